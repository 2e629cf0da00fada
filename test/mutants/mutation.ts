/** A planted flaw: one small change in the sources that makes deals, verdicts, answers or talks come out wrong. */
export interface Mutation {
  readonly id: string;
  /** What is wrong then, in the words of the field. */
  readonly what: string;
  readonly about: 'terms' | 'offers' | 'positions' | 'assessment' | 'machine' | 'obligations' | 'review' | 'scenario';
  /** The source file, from the top of the repository. */
  readonly file: string;
  /** What stands in the file exactly once, letter by letter. */
  readonly find: string;
  readonly replace: string;
}
