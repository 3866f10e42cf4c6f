import { useQuery } from '@tanstack/react-query'
import { type Quarter, quarterBefore, quarterOf, quartersUpTo } from '../../../../../domain/quarters.ts'
import { readInformation } from '../../../../../usecases/readInformation.ts'
import { refreshEvery } from '../../../../ui/freshness.ts'
import { useNavigation } from '../../../../ui/navigation.tsx'
import { useServices, useToday } from '../../../../ui/services.tsx'

/** Quarters that can be chosen. */
const quartersOffered = 12

/** The chosen quarter and its figures; at first the last one that is over. */
export function useFigures() {
  const { runs, bookings } = useServices()
  const today = useToday()
  const { query, showAs } = useNavigation()
  const current = quarterOf(today)
  const wanted = new URLSearchParams(query ?? '').get('from')
  const quarters = quartersUpTo(current, quartersOffered).toReversed()
  const quarter: Quarter = quarters.find(({ from }) => from === wanted) ?? quarterBefore(current)
  const asked = useQuery({
    queryKey: ['training', 'information', quarter.from, today],
    queryFn: () => readInformation({ runs, bookings }, { quarter, today }),
    refetchInterval: 10 * refreshEvery,
  })
  return {
    asked,
    quarter,
    quarters,
    choose: (from: string) => showAs(new URLSearchParams({ show: 'figures', from }).toString()),
  }
}
