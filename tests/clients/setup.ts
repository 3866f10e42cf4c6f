import path from 'node:path'
import { type Product, startProduct } from '../support/product.ts'

declare global {
  var clientsProduct: Product | undefined
}

/**
 * One product, with https beside http, that Microsoft's own clients are let loose on. With FT_CLIENTS_ORIGIN and
 * FT_CLIENTS_DATA set it is one that runs already (`FT_HTTPS=1 npm start`).
 */
export default async function setup(): Promise<void> {
  if (process.env.FT_CLIENTS_ORIGIN) return
  const product = await startProduct({ env: { FT_HTTPS: '1' } })
  globalThis.clientsProduct = product
  process.env.FT_CLIENTS_ORIGIN = product.origin
  process.env.FT_CLIENTS_DATA = path.resolve(product.dataFolder)
}
