/** Hands a file to the browser under a name, as if a link to it had been followed. */
export function saveFile(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers read the file a little later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
