import { type Product, startProduct } from '../support/product.ts'

declare global {
  var journeyProduct: Product | undefined
}

/** One product for all journeys: each of them works on rows of its own. */
export default async function setup(): Promise<void> {
  const product = await startProduct()
  globalThis.journeyProduct = product
  process.env.FT_JOURNEY_ORIGIN = product.origin
  process.env.FT_JOURNEY_DATA = product.dataFolder
}
