/** A paragraph of a text: how far it stands in, and what begins it. */
export interface TextLine {
  readonly text: string;
  readonly indent: number;
  /** `1. `, after which further lines stand. */
  readonly mark?: string;
}
