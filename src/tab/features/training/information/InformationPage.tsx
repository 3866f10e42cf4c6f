import { Empty } from '../../../ui/Empty.tsx'

/** Figures about training, bulletins and answers to questions. */
export function InformationPage() {
  return <Empty title="No information yet">Figures, bulletins and answers appear here.</Empty>
}
