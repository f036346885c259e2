/**
 * How far a thing has come, one ladder a line, its steps parted by `/`: beginnings of words in any of the languages, `=` before
 * whole ones. Who is charged is not convicted; words of the last step after `+` tell only that it may have been reached.
 */
export const stages = `
arrest задерж арестов ұсталды ұстал қамалды қамауға detain interpell festgenommen verhaft suspect подозрева подозрен күдікті verdächtig / charg accus indict обвин предъяв айыпта айып inculp angeklagt anklag beschuldig / convict sentenc осужд осуди осудил приговор сотталды үкім condamn verurteil + guilty виновн кінәлі coupable schuldig prison jail тюрьм лишени лишён түрме réclusion haft
=bill =bills draft законопроект проект жоба жобасы projet entwurf gesetzentwurf / adopt approv принят принял одобр утверд қабылда мақұлда бекіт verabschied billigt voté / =signed =signs =sign подпис =қойды =қойған signé unterzeichn unterschrieb + force силу күшіне vigueur kraft
negotiat переговор келіссөз négoci verhandl talks / bought =sold acquir купил продан продал сатылды сатты vendu acheté verkauft gekauft erworben + agreed deal contract соглас договорил соглаш келісті келісім accord vereinbar vertrag
injur wounded ранен жарақат blessé verletzt / killed погиб убит қаза getötet + dead death died смерт умер өлді mort
`
