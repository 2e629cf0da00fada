import stringWidth from 'string-width';

/** What one place of a screen shows, and how: the figures of its colour and shape, in order. */
export interface Cell {
  readonly text: string;
  readonly style: string;
}

const EMPTY: Cell = { text: ' ', style: '' };

/** The sequences that prompts send: those of CSI; whatever else begins with an escape is kept as it is, to be seen. */
// eslint-disable-next-line no-control-regex -- an escape begins each
const PIECES = /\u001b\[\??([0-9;]*)([A-Za-z])|([^\u001b])|(\u001b)/gu;

/** A screen without an end below, as wide as a terminal: what was written to it, as a person sees it. */
export class Screen {
  readonly rows: Cell[][] = [[]];
  private row = 0;
  private column = 0;
  private readonly styles = new Set<number>();

  constructor(private readonly columns: number) {}

  write(text: string): void {
    for (const [, figures = '', command, character, escape] of text.matchAll(PIECES)) {
      if (command !== undefined) this.obey(command, figures);
      else if (character === '\n') this.down(1);
      else if (character === '\r') this.column = 0;
      else if (character === '\b') this.column = Math.max(0, this.column - 1);
      else this.put(character ?? escape ?? '');
    }
  }

  /** The lines, without what is blank at their ends. */
  get lines(): readonly string[] {
    return this.rows.map((row) =>
      row
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    );
  }

  private put(text: string): void {
    const width = Math.max(1, stringWidth(text));
    if (this.column + width > this.columns) {
      this.down(1);
      this.column = 0;
    }
    const row = this.rows[this.row]!;
    while (row.length < this.column) row.push(EMPTY);
    row[this.column] = { text, style: [...this.styles].sort((a, b) => a - b).join(';') };
    if (width === 2) row[this.column + 1] = { text: '', style: '' };
    this.column += width;
  }

  private down(lines: number): void {
    this.row += lines;
    while (this.rows.length <= this.row) this.rows.push([]);
  }

  private obey(command: string, figures: string): void {
    const n = Number(figures === '' ? 1 : figures.split(';')[0]);
    const row = this.rows[this.row]!;
    if (command === 'A') this.row = Math.max(0, this.row - n);
    else if (command === 'B') this.down(n);
    else if (command === 'C') this.column = Math.min(this.columns - 1, this.column + n);
    else if (command === 'D') this.column = Math.max(0, this.column - n);
    else if (command === 'G') this.column = n - 1;
    else if (command === 'K') row.splice(figures === '2' ? 0 : this.column);
    else if (command === 'J') {
      row.splice(this.column);
      this.rows.splice(this.row + 1);
    } else if (command === 'm') for (const one of figures === '' ? ['0'] : figures.split(';')) this.styled(Number(one));
  }

  /** Ends of a shape take away what began it; every other figure is one more. */
  private styled(figure: number): void {
    const ended: Readonly<Record<number, (one: number) => boolean>> = {
      0: () => true,
      22: (one) => one === 1 || one === 2,
      27: (one) => one === 7,
      28: (one) => one === 8,
      29: (one) => one === 9,
      39: (one) => one >= 30,
    };
    const ends = ended[figure];
    if (!ends) this.styles.add(figure);
    else for (const one of [...this.styles]) if (ends(one)) this.styles.delete(one);
  }
}
