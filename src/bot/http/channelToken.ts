import type { RequestHandler } from 'express'
import { decodeJwt } from 'jose'

/** Who signs the tokens of the Teams channel (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication). */
const channelIssuer = 'https://api.botframework.com'

/**
 * Lets through to the Teams SDK only what claims to come from the channel; whether the claim is true, the SDK
 * checks. The SDK would also take any Entra token whose audience is the bot (meant for agents that act as users),
 * and then believe the activity's sender: the ID token of every person who opens the tab is such a token, so each
 * could write as somebody else.
 */
export const channelTokensOnly: RequestHandler = (req, res, next) => {
  const token = /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '')?.[1]
  if (token !== undefined && issuerOf(token) === channelIssuer) return next()
  res.status(401).json({ error: 'A token of the Teams channel is needed.' })
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss
  } catch {
    return undefined
  }
}
