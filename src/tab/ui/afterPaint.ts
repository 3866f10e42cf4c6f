/** A hidden window paints nothing, so nothing waits for it longer than this. */
const longestWait = 100

/** Waits until what was last put on the screen can be seen, before work that keeps the window busy for seconds. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const wait = setTimeout(resolve, longestWait)
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(wait)
        resolve()
      }),
    )
  })
}
