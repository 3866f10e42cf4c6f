/** Stops the product of the clients and removes its data. */
export default async function teardown(): Promise<void> {
  await globalThis.clientsProduct?.remove()
}
