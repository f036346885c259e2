/** Words that give a sentence to somebody else, or hold it at arm's length. */
export const attribution = new RegExp(
  `(?<!\\p{L})(?:${[
    'accord(?:ing|s) to',
    'said|says|saying|told|tells|stated|states|claim(?:s|ed|ing)?|alleg\\w+|assert\\w*|argu\\w+|accus\\w+|blam\\w+|warn\\w*',
    'call(?:s|ed|ing)?|describ\\w+|label\\w*|brand\\w*|term(?:s|ed)|nam(?:es|ed)|designat\\w+|list(?:s|ed)|banned|regard\\w*|consider\\w*|view(?:s|ed)?|sees?|seen as|convinc\\w+|insist\\w*|maintain\\w*|treat(?:s|ed)? as',
    'report\\w*|quot\\w+|wr(?:ites|ote|itten)|put(?:s)? it|cit(?:es|ed|ing)|attribut\\w+|credit\\w*|speaks?|spoke|spoken|mention\\w*|account|notes?|noted|holds?|recounts?',
    'believ\\w+|expect\\w*|fear\\w*|worr\\w+|suspect\\w*|suggest\\w*|impl(?:y|ies|ied)|judg\\w+|assess\\w*|think\\w*|find\\w*|predict\\w*|foresaw|forecast\\w*',
    'analysts?|experts?|observers?|officials?|author|article|source|texts?|unnamed|unattributed|anonymous|nobody|no one|so-called|supposed\\w*|purport\\w*|presumabl\\w+|apparent\\w*|in (?:his|her|their|its) (?:words|view)',
    'по словам|сообщ\\p{L}+|заяв\\p{L}+|утвержд\\p{L}+|назв\\p{L}+|называ\\p{L}+|по данным|якобы|считат?\\p{L}+',
    'деді|дейді|мәлімде\\p{L}+|хабарла\\p{L}+|айтуынша|атады|дерегінше',
  ].join('|')})(?!\\p{L})`,
  'iu',
)
