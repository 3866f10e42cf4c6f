import { type Product, startProduct } from '../support/product.ts'
import { journeyRecording, recordingTo } from '../support/recording.ts'

declare global {
  var journeyProduct: Product | undefined
}

/** One product for all journeys: each of them works on rows of its own. Its Graph traffic is kept for the contract. */
export default async function setup(): Promise<void> {
  const product = await startProduct({ env: recordingTo(journeyRecording) })
  globalThis.journeyProduct = product
  process.env.FT_JOURNEY_ORIGIN = product.origin
  process.env.FT_JOURNEY_DATA = product.dataFolder
}
