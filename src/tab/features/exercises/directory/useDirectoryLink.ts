import { useNavigation } from '../../../ui/navigation.tsx'

/** Opens a part of the directory from elsewhere among the exercises. */
export function useDirectoryLink(): (show: 'partners' | 'roles' | 'import') => void {
  const { query, open } = useNavigation()
  return (show) => {
    const next = new URLSearchParams(query)
    next.delete('part')
    if (show === 'partners') next.delete('show')
    else next.set('show', show)
    open('exercises', 'directory', next.toString())
  }
}
