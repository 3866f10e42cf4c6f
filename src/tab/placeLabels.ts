import type { Place } from './ui/navigation.tsx'

/** What people call the places. */
export const placeLabels: Readonly<Record<Place, string>> = {
  mywork: 'My work',
  recommendations: 'Recommendations',
  papers: 'Papers',
  dashboard: 'Overview',
  training: 'Training',
  exercises: 'Exercises',
  reminders: 'Reminders',
}
