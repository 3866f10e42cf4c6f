/**
 * Works through values with a limited number under way at any time and gives the results in the order of the values.
 * The first failure is thrown once what had begun has ended; nothing new is begun after it.
 */
export async function fewAtOnce<T, R>(
  values: readonly T[],
  limit: number,
  work: (value: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  const failures: unknown[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < values.length && failures.length === 0) {
      const index = next
      next += 1
      try {
        results[index] = await work(values[index] as T)
      } catch (thrown) {
        failures.push(thrown)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, values.length) }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}
