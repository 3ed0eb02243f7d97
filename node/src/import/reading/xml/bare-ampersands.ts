/** Stands for a bare `&` while the parser reads: a character of private use, that no shop has in its texts. */
const standIn = '\ue0fe';
const bare = /&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][\w.-]{0,30};)/gi;
const entityCharactersMax = 34;

/**
 * Hides the bare ampersands of a file that comes in pieces: many generators put links into XML as they are (`?a=1&b=2`),
 * and a strict parser would take everything up to the next semicolon for a name.
 */
export class BareAmpersands {
  #carry = '';

  /**
   * Hides those of the next piece; a name that may go on is kept back.
   * @param atEnd true where nothing follows
   */
  hide(piece: string, atEnd: boolean): string {
    const text = this.#carry + piece;
    const last = text.lastIndexOf('&');
    const isOpen = !atEnd && last !== -1 && last >= text.length - entityCharactersMax && !text.includes(';', last);
    this.#carry = isOpen ? text.slice(last) : '';
    const body = isOpen ? text.slice(0, last) : text;
    return body.replaceAll(bare, standIn);
  }

  /** Has a text that the parser has read such signs? */
  static areIn(text: string): boolean {
    return text.includes(standIn);
  }

  /** Puts the signs back into a text that the parser has read. */
  static show(text: string): string {
    return BareAmpersands.areIn(text) ? text.replaceAll(standIn, '&') : text;
  }
}
