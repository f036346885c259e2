import CSL from 'citeproc'
import { isOfOneWord } from '../../../corpus/index.ts'

const { _isRomanesque: isRomanesque, getStaticOrder } = CSL.NameOutput.prototype

export function orderNames(): void {
  /** The engine knows some scripts that set a space between the names, and takes all others for Chinese. */
  CSL.NameOutput.prototype._isRomanesque = function (name) {
    const known = isRomanesque.call(this, name)
    return known === 0 && !isOfOneWord(name.family) ? 2 : known
  }

  /** Khmer too sets the family before the given name. */
  CSL.NameOutput.prototype.getStaticOrder = function (name, refresh) {
    return getStaticOrder.call(this, name, refresh) || /^km\b/.test(this.Item.language ?? '')
  }
}
