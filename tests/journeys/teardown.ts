/** Stops the product of the journeys and removes its data. */
export default async function teardown(): Promise<void> {
  await globalThis.journeyProduct?.remove()
}
