// oxlint-disable-next-line no-control-regex -- these are the characters that must not be there
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** What is wrong with a text, whatever it says (VOC-008); undefined when nothing is. */
export const textFault = (text: string): string | undefined => {
  if (text === '') return 'is empty';
  if (control.test(text)) return 'has control characters';
  return text.isWellFormed() ? undefined : 'has half a surrogate pair, which is no Unicode text';
};
