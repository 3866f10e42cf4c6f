/** Two words at least: a single one is too often the name of an organisation, or no name at all. */
const wholeName = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*)+$/u

/** A text without the names of people; each is replaced by words that say so. */
export function leaveOutNames(text: string, names: readonly string[]): string {
  return names
    .map((name) => name.trim())
    .filter((name) => wholeName.test(name) && text.includes(name))
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, '[name left out]'), text)
}

/** The people whom the trainer of a date names: `Fiona Grant and a social worker of Camden Council` names one. */
export function trainersNamed(trainer: string): readonly string[] {
  return trainer
    .split(/,| and | with |;|\(/)
    .map((part) => part.trim())
    .filter(
      (part) =>
        wholeName.test(part) &&
        !/\b(?:Council|Police|Trust|Board|Partnership|School|Centre|Team|Unit)\b/.test(part),
    )
}
