import { Empty } from '../../../ui/Empty.tsx'

/** Who finished which course, and where that is known from. */
export function CompletionsPage() {
  return <Empty title="No completions yet">Who finished which course appears here.</Empty>
}
