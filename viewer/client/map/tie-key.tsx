import { useWorkbench } from '../workbench-context.ts'

/** What a line's form says: where it begins, how much it carries, and that it is answered. */
export function TieKey() {
  const { words } = useWorkbench().speech
  return (
    <ul className="key ties">
      <li>
        <svg width="46" height="10" aria-hidden="true" focusable="false">
          <path d="M1,4.2 45,4.8 45,5.2 1,5.8Z" fill="#565b66" />
        </svg>
        <span>{words.tieThin}</span>
      </li>
      <li>
        <svg width="46" height="10" aria-hidden="true" focusable="false">
          <path d="M1,1 45,4.7 45,5.3 1,9Z" fill="#565b66" />
        </svg>
        <span>{words.tieThick}</span>
      </li>
      <li>
        <svg width="46" height="16" aria-hidden="true" focusable="false">
          <path d="M1,7 Q23,-3 45,7.6 Q23,0 1,9Z" fill="#565b66" />
          <path d="M45,9 Q23,19 1,8.4 Q23,16 45,7Z" fill="#565b66" />
        </svg>
        <span>{words.tieBoth}</span>
      </li>
    </ul>
  )
}
