import type { Language } from './language.ts'

export const en: Language = {
  tag: 'en',
  comma: false,
  numbers:
    '0: zero | 1: one | 2: two pair couple | 3: three | 4: four | 5: five | 6: six | 7: seven | 8: eight | 9: nine | 10: ten | 11: eleven | 12: twelve dozen | 13: thirteen | 14: fourteen | 15: fifteen | 16: sixteen | 17: seventeen | 18: eighteen | 19: nineteen | 20: twenty score | 30: thirty | 40: forty | 50: fifty | 60: sixty | 70: seventy | 80: eighty | 90: ninety',
  ordinals:
    '1: first initial* firstly | 2: second secondly | 3: third | 4: fourth | 5: fifth | 6: sixth | 7: seventh | 8: eighth | 9: ninth | 10: tenth | 11: eleventh | 12: twelfth | 13: thirteenth | 14: fourteenth | 15: fifteenth | 16: sixteenth | 17: seventeenth | 18: eighteenth | 19: nineteenth | 20: twentieth | 21: twenty-first',
  magnitudes:
    '100: hundred hundreds | 1000: thousand thousands k | 1000000: million millions mn mln mio m | 1000000000: billion billions bn bln | 1000000000000: trillion trillions tn trn | 12: dozens',
  fractions:
    '0.5: half halves halved | 0.25: quarter quarters | 0.3333333333: third thirds | 0.2: fifth fifths | 0.1: tenth tenths | 0.1666666667: sixths | 0.1428571429: sevenths | 0.125: eighths | 0.1111111111: ninths | 2: twice double* twofold | 3: thrice triple* treble* threefold trebled | 4: quadrupl* fourfold | 5: fivefold | 10: tenfold',
  months:
    'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
  weekdays:
    'monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays saturday|saturdays sunday|sundays',
  relative:
    '0 day: today|this morning|this evening|tonight | -1 day: yesterday|last night|overnight|the previous day|the day before | -2 day: the day before yesterday | 1 day: tomorrow | 0 week: this week|earlier this week|later this week | -1 week: last week|a week earlier|the week before|previous week|past week|a week ago | 1 week: next week | 0 month: this month|start of the month|beginning of the month|end of the month|of the month|month end|earlier this month|later this month | -1 month: last month|a month earlier|the month before|previous month|past month|a month ago | 1 month: next month|following month|coming month | 0 year: this year|end of the year|start of the year|beginning of the year|half of the year|rest of the year|months of the year|year end|earlier this year|later this year|current year|so far this year | -1 year: a year earlier|year earlier|a year before|year before|year on year|last year|a year ago|previous year|past year | 1 year: next year|coming year',
  signs: {
    hearsay:
      'is said to|are said to|was said to|were said to|reported to have|was reported to|were reported to|attributed to|so-called|charge*|denounc*|apparently|believ*|thought to|claim*|said to be|reported',
    turned:
      'abstain*|stay*|remain*|ground*|only|first time|for the first time|rare*|seldom|unless|fewer|late|later|too|stop*|halt*|cancel*|clos*|want of|miss*|prevent*|ban|bans|banned|block*|suspend*|before|still|lost|oppos*|against|few|postpon*|delay*|skip*|ignor*|avoid*|forbid*|prohibit*|kept secret|secret*|broke down|collaps*|withdraw*|withdrew|exclud*|exempt*|spar*|conceal*|hidden|impossible|alone|silent|unchanged|intact|vacant',
    'to-come': 'would',
    none: 'every day|every week|every month|every year|every time|not only|not just|not merely|not least|no doubt|without doubt|beyond doubt|above all|after all|all the more|all the same|whether or not|no later than|not later than|no longer than|if only|not so much|all over|all along|most recent*|the will|all but|on the part of|on their part|on our part|part of an|take part|took part|takes part|taking part|the part that|play a part|at most times|some time|sometime*|some day|will power|all-time|no one other|say so|not named|none of them named|does not name|do not name|without naming|nobody is named|unnamed|without a source|at first|so far|as far as|even if|as if|must have|a must|no matter|no sooner|if not|may day|in may|every one of',
    not: 'not one of|not|no|never|none|nobody|nothing|neither|nor|cannot|no one|nowhere|yet to|no longer|hardly|scarcely|aint|not any|unless|barely',
    denies:
      'failed|fails|doubt|doubts|doubted|sceptic*|skeptic*|reluctan*|hesitat*|not convinced|dismiss*|rebut*|refut*|disput*|scrapped|shelved|dropped her|dropped his|dropped its|dropped their|dropped plans|dropped the|lack*|short of|shortage*|deny|denies|denied|denying|denial*|reject*|refus*|declin* to|declined|fail* to|unable|absent|absence of|rul* out|free of|free from|instead of|rather than|untested|unwilling|abandon*|give up|gave up|given up|void|without',
    about:
      'about|around|roughly|approximately|approx|circa|some|or so|odd|an estimated|estimated|in the region of|close to|or thereabouts|more or less',
    'at-least':
      'not before|no earlier than|not earlier than|at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|or more|more than|over|topped|topping|surpass*|upwards of|in excess of|above|exceed*|plus|at the very least|not below|or over|greater than|longer than|larger than|higher than|bigger than|older than|later than|heavier than|wider than|worth more than',
    'at-most':
      'at most|up to|no more than|not more than|a maximum of|maximum of|or less|or fewer|less than|fewer than|under|below|as many as|as much as|as long as|at the most|not above|not exceeding|shorter than|smaller than|lower than|younger than|earlier than|lighter than',
    nearly:
      'nearly|almost|virtually|practically|just under|all but|approaching|close to|just short of|barely|hardly|scarcely',
    only: 'only|solely|exclusively|merely|alone|just|purely|nothing but|no more than|no other|sole|simply|restricted to|limited to|confined to|unilateral*|on its own|on their own',
    all: 'all|every|each|entire*|whole|everyone|everybody|everything|always|wholly|completely|without exception|in full|fully',
    most: 'most|any other|no other|mostly|mainly|largely|chiefly|primarily|principally|predominantly|the bulk of|usually|generally|in general|majority of|the majority|great majority',
    some: 'some|several|a few|few|partly|part of|parts of|partially|a number of|some of|a handful of|handful|portion|sections of|a section of|elements of|occasionally|sometimes|a part of|just a part|only part',
    said: 'replied|replies|responded|answered|predicted|predicts|revealed|reveals|disclosed|reiterated|contended|conceded|boasted|joked|hinted|hints|signalled|signaled|said|says|say|saying|told|tells|tell|stated|states that|according to|announced|announces|announce|reported|reports that|wrote|writes|added|adds|noted|notes|warned|warns|argued|argues|claims that|claimed|claims|explained|insisted|insists|confirmed|declared|declares|remarked|pointed out|points out|stressed|stresses|emphasi*|underlin*|complained|acknowledged|acknowledge|admitted|testified|testifies|recalled|put it|in the words of|by the account of|promis*|pledg*|vowed|maintains that|asserted|asserts|asserting|believes|believe|believed|held that|holds that|thinks|thought|considers|considered|suggested|observed|commented|called on|urged|asked|quoted|spoke|confess*|conclud*|persuaded|convinced|called|calls|described|describes|criticised|criticized|criticises|praised|praises|recommended|recommends|proposed|proposes|by its report|by his account|by her account|found that|estimates that|rul* that',
    stance:
      'expects|expect|expected|threatens|threatened|vows|intends|plans|planned|wants|wanted|dismisses|dismissed|rebuts|rebutted|refutes|refuted|refuses|refused|admits|admitted|blames|blame|blamed|attributes|attributed|demands|demanded|signals|doubts|doubted|questions|questioned|fears|feared|welcomes|welcomed|hails|hailed|condemns|condemned|denounces|denounced|objects|objected|regrets|regretted|laments|lamented|boasts|jokes|concedes|reiterates|contends|reckons|reckoned|discloses|assures|assured|estimates|estimated|judges|judged|rejects|rejected|denies|denied|disputes|disputed|opposes|opposed|supports|supported|backs|backed|hopes|hoped|appeals|appealed|in the view of|in the opinion of|in the eyes of',
    proven: 'proved|proven|established that|it is certain|has been shown|definitely|beyond doubt|conclusively',
    alleged: 'alleg*|accus*|reportedly|supposed*|purported*|charged with|suspected of|claimed to|claims to',
    may: 'may|might|possibly|perhaps|maybe|conceivabl*',
    weighed:
      'consider whether|considers whether|is considering|are considering|was considering|were considering|considering whether|mull*|weighing up|weighing whether|is examining|is studying|is thinking of|are thinking of|thinks of|is discussing|under consideration|under review|is debating|contemplat*',
    sought:
      'threaten*|want to|wants to|wanted to|seek to|seeks to|sought to|demand that|demands that|demanded that|tried to|try to|tries to|trying to|attempted to|attempts to|wishes to|wished to|asked for|asks for|hopes to|hoped to|called for|calls for|requested',
    will: 'will|plan|plans|planned|planning|intend*|intention|aims to|aim to|aimed to|scheduled|due to be|due in|due for|due by|due on|is due|are due|was due|were due|is to|are to|was to|were to|going to|envisag*|forecast*|expect*|prepar* to|set to|projected|hopes to|hope to|proposes to|likely to|shall|supposed to|scheduled for|originally scheduled|upcoming|about to|hoped|should|ready to|foresee*|promis*|pledg*|vow*|wants to|want to|seeks to',
    should:
      'should|ought|call* for|called on|urge*|propos*|recommend*|insist on|insisted on|insists on|insists that|must|has to|have to|had to|advise|advises|advised|advising',
    can: 'presumably|suspect*|assum*|believed to|thought to|could|likely|unlikely|probably|possible|possibility|potential|potentially|likeliest|appear*|seem*|presum*|cannot be ruled out|not ruled out|expected|may well|might well|must|at risk',
    hint: 'appeal*|if|can|suggest*|chance of|chances of|risk|trying to|tried to|attempt*|seek*|sought|look|looked|needs|need|needed|demand*|request*|require*|obliged|asked for|critical in|necess*|want*|decision*|ruled|order*|instruct*|approv*|undertak*|vot*|chose|resolution|until|coming|to come|hop*|wish*|fear*|worr*|danger*|threat*|believ*|thought|think*|depend*|question*|doubt*|whether',
    decided: 'decide|decides|decided|resolved to|opted|agreed to|agree to|agrees to',
  },
  joints:
    'unless and but while although though because which who whereas however when where that after before since if as than or so',
  ranges: 'to and - through till until',
  stop: 'a an the this that these those it its he him his she her they them their we us our you your i me my of in on at by for from with to into onto upon as is are was were be been being am has have had having do does did done doing and or but nor so yet if then than there here when while where who whom whose which what how why because about over under after before during between among through against per via such same other another also too very much many more most less least own s t not no only all some any each every both few several up out off down again still even ever just like well one ones may might can could will would shall should must own upon within without toward towards around across along though although however since until unless mr mrs ms dr further unnamed nobody none neither everyone somebody none both said says say told put went made make makes took take taken got get gave give given kept keep part way new now later first last next year years time times day days people thing things',
  endings:
    'ization isation ational ations ation ities ments ment ness ings ing edly ied ies ed ers er ors or als al ally ly ity ives ive ions ion ance ence ances ences ants ents ant ent able ible ous ists ist isms ism ships ship ful less es s e y',
  nameEndings: 's',
  superlative:
    /^(?!west|inter|request|protest|arrest|forest|honest|modest|suggest|harvest|invest|contest|conquest|tempest|manifest|attest|digest|detest|bequest|priest|earnest|northwest|southwest|bucharest|everest|latest)\p{L}{3,}est$/u,
  contrary: 'un in im il ir non dis',
}
