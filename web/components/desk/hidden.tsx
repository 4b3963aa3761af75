/** Fields that a form carries unseen; undefined ones are left out. */
export function Hidden({ fields }: { readonly fields: Readonly<Record<string, string | undefined>> }) {
  return (
    <>
      {Object.entries(fields).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
    </>
  )
}
