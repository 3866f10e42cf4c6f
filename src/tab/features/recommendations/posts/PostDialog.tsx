export function PostDialog(_props: { post: unknown; register: unknown; onClose: () => void }) {
  return null
}
