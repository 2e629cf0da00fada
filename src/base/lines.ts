/** Where a character of a text stands, both from 1; columns in UTF-16 units, as editors count them. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** Finds the line and column of places in a text. Places must be asked for in their order: the text is gone through once. */
export function lineCounter(text: string): (place: number) => LineAndColumn {
  const breaks = /\r\n|[\n\r]/g;
  let [line, begins] = [1, 0];
  let next = breaks.exec(text);
  return (place) => {
    for (; next && breaks.lastIndex <= place; next = breaks.exec(text)) [line, begins] = [line + 1, breaks.lastIndex];
    return { line, column: place - begins + 1 };
  };
}
