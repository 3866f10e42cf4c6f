import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generate } from 'selfsigned'

/** The certificate of the https listener and its private key, both PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

const DAY_MS = 86_400_000

/** Where the certificate is left for programs that are to trust it (NODE_EXTRA_CA_CERTS). */
export const certificateFile = (dataFolder: string) => path.join(dataFolder, 'https-certificate.pem')
const keyFile = (dataFolder: string) => path.join(dataFolder, 'https-key.pem')

/**
 * The certificate for `localhost` kept in the data folder, made anew when there is none or it ends within a day.
 * It is its own authority, because Node trusts only authorities from NODE_EXTRA_CA_CERTS.
 */
export async function openCertificate(dataFolder: string): Promise<Certificate> {
  const kept = keptCertificate(dataFolder)
  if (kept) return kept
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
  rmSync(keyFile(dataFolder), { force: true }) // the mode below counts only for a new file
  writeFileSync(keyFile(dataFolder), made.private, { mode: 0o600 })
  writeFileSync(certificateFile(dataFolder), made.cert)
  return { cert: made.cert, key: made.private }
}

function keptCertificate(dataFolder: string): Certificate | undefined {
  if (!existsSync(certificateFile(dataFolder)) || !existsSync(keyFile(dataFolder))) return undefined
  const kept = {
    cert: readFileSync(certificateFile(dataFolder), 'utf8'),
    key: readFileSync(keyFile(dataFolder), 'utf8'),
  }
  return new X509Certificate(kept.cert).validToDate.getTime() > Date.now() + DAY_MS ? kept : undefined
}
