import { words } from '../words.ts'

/**
 * Query parameters that say who sent the reader, not what the page is, in lower case; a final `*` stands for any ending.
 * Only names that no site uses for content: one left in costs a duplicate page, one too many loses a page.
 */
export const trackingParameters: readonly string[] = [
  // Google, Microsoft, Yandex, and the networks' click ids
  ...words('utm_* gclid gclsrc dclid gbraid wbraid srsltid _ga _gl msclkid yclid ysclid'),
  ...words('fbclid fb_action_ids fb_action_types igshid igsh twclid __twitter_impression ref_src'),
  ...words('ref_url ttclid li_fat_id trkcampaign epik rb_clickid irclickid tduid s_kwcid ef_id'),
  ...words('_openstat wickedid guccounter guce_referrer guce_referrer_sig'),
  // Mailing tools: Mailchimp, HubSpot, Marketo, Vero, Omeda, MailerLite, Campaign Monitor, Sarbacane, Brevo
  ...words('mc_cid mc_eid _hsenc _hsmi __hstc __hssc __hsfp hsctatracking mkt_tok vero_id'),
  ...words('vero_conv oly_enc_id oly_anon_id ml_subscriber ml_subscriber_hash trk_contact trk_msg'),
  ...words('trk_module trk_sid sc_src sc_lid sc_uid sc_llid sc_eh sc_customer _se'),
  // Campaign tools of American politics: ids of the mailing and of its reader
  ...words('emci emdi ceid contactdata'),
  // French audience measurement (AT Internet, Matomo, eStat) and press
  ...words('xtor xtref xtcr xtmc xtloc xtnp xts at_* pk_* mtm_* matomo_* piwik_* estat_*'),
  ...words('lmd_* actcampaigntype ns_mchannel ns_source ns_campaign ns_linkname ns_fee'),
]

const names = new Set(trackingParameters.filter(name => !name.endsWith('*')))
const beginnings = trackingParameters.filter(name => name.endsWith('*')).map(name => name.slice(0, -1))

/** Whether the query parameter `name` only follows readers around. `amp;` before it is an entity escaped twice. */
export function isTrackingParameter(name: string): boolean {
  const plain = name.toLowerCase().replace(/^(?:amp;)+/, '')
  return names.has(plain) || beginnings.some(beginning => plain.startsWith(beginning))
}
