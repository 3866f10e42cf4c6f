import { makeStyles, tokens } from '@fluentui/react-components'
import { withKeys } from './withKeys.ts'

const useStyles = makeStyles({
  text: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
    '& ul': { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  },
})

type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: string[] }

/** Splits a paper's text into paragraphs and bullet lists; a line that begins with a bullet is an item. */
export function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = []
  for (const line of text
    .split(/\n/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const item = /^[•·▪●o-]\s+(.*)$/u.exec(line)?.[1]
    const last = blocks.at(-1)
    if (item === undefined) blocks.push({ kind: 'paragraph', text: line })
    else if (last?.kind === 'list') last.items.push(item)
    else blocks.push({ kind: 'list', items: [item] })
  }
  return blocks
}

/** A text of the paper or of a person, with its paragraphs and bullets. */
export function PaperText({ text }: { text: string }) {
  const styles = useStyles()
  return (
    <div className={styles.text}>
      {withKeys(readBlocks(text), sayBlock).map(({ key, thing }) =>
        thing.kind === 'paragraph' ? (
          <p key={key}>{thing.text}</p>
        ) : (
          <ul key={key}>
            {withKeys(thing.items, (item) => item).map((item) => (
              <li key={item.key}>{item.thing}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  )
}

function sayBlock(block: Block): string {
  return block.kind === 'paragraph' ? block.text : block.items.join()
}
