const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * For formats that keep every text but cannot carry a control character (XML) or should not (CSV, Prometheus): shows
 * it as its sign, such as ␛. Tabs and line ends stay; direction marks are text and stay too.
 */
export const showControls = (text: string): string =>
  text.replace(CONTROLS, char => {
    const code = char.charCodeAt(0);
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '␡' : code < 0xa0 ? `\\u00${code.toString(16)}` : '\ufffd';
  });
