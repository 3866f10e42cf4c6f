import { useNavigation } from '../../ui/navigation.tsx'

/** What is shown of the exercises, in the words of their address: `year=2018&view=board&part=roster`. */
export interface ExercisePlace {
  /** The value of a name in the address, or null. */
  get(name: string): string | null
  /** Changes some of it and leaves the rest; an empty value takes a name away. */
  set(values: Readonly<Record<string, string>>): void
  /** Opens an exercise, at a part of it when one is named. */
  openExercise(id: string, part?: string): void
  /** Opens one of the inner tabs. */
  openTab(tab: string): void
  /** Opens one of the pages with something said in its address. */
  openWith(page: string, values: Readonly<Record<string, string>>): void
}

/** Reads and writes the query of the exercises' address, so that Back and a copied link lead to the same sight. */
export function useExercisePlace(): ExercisePlace {
  const { query, open, showAs } = useNavigation()
  const changed = (values: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(query)
    for (const [name, value] of Object.entries(values)) {
      if (value === '') next.delete(name)
      else next.set(name, value)
    }
    return next.toString()
  }
  return {
    get: (name) => new URLSearchParams(query).get(name),
    set: (values) => showAs(changed(values)),
    openExercise: (id, part = '') => open('exercises', id, changed({ part })),
    openWith: (page, values) => open('exercises', page, changed({ part: '', ...values })),
    openTab: (tab) => open('exercises', tab, changed({ part: '' })),
  }
}
