/** What a key is for, in English and in Chinese. */
export type KeyWords = readonly [en: string, zh: string];

/**
 * By the key, or by as much of the way to it as tells it from others of the same name: `source.title` is no `title`. `*`
 * stands for a key that the writer chooses, and a name that begins with `/` for a key at the top only.
 */
export type KeyCatalogue = Readonly<Record<string, KeyWords>>;
