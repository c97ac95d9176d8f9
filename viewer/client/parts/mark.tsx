import address from '../mark.svg'

/** The house's mark; the name stands beside it. */
export const Mark = () => <img className="mark" src={address} alt="" width="22" height="22" />
