"""Which texts are English: told by their function words, where there are enough words to tell."""

import pytest

from tellings.read.language import is_english

# One story in other languages, with the short words that they share with English.
OTHERS = {
    "nl": (
        "De oude pier in de haven is maandag gesloten nadat twaalf planken waren gebroken, "
        "zei burgemeester Olga Brandt. Ze was in het stadhuis en had al een brief van de "
        "bewoners gekregen. Hij is oud en hij is van ons, zo zei ze in een gesprek. De "
        "gemeente wil de pier in mei weer openen, maar er is nog geen geld voor. Wat er nu "
        "van de plannen over is, weet men in de raad nog niet. "
    ),
    "af": (
        "Die ou pier in die hawe is Maandag gesluit nadat twaalf planke gebreek het, het "
        "burgemeester Olga Brandt gesê. Dit is oud en dit is ons s'n, het sy in die stad "
        "gesê. Die raad was in vergadering en het die plan in beginsel aanvaar. My vriend "
        "was in die dorp en het dit gesien. "
    ),
    "de": (
        "Die alte Seebrücke in Lindau ist am Montag geschlossen worden, nachdem zwölf "
        "Planken gebrochen waren, sagte Bürgermeisterin Olga Brandt. Sie ist alt, und sie "
        "gehört uns, sagte sie in einem Gespräch. Was nun aus dem Plan wird, ist offen; so "
        "war es an der Küste immer. Etwa 300 Menschen hatten einen Brief an die Stadt "
        "unterschrieben. "
    ),
    "fr": (
        "Le vieux ponton de Lindau a été fermé lundi après que douze planches se furent "
        "brisées, a dit la maire Olga Brandt. On a vu des gens pleurer, or il est à nous, "
        "a-t-elle dit. Il y a trois cents personnes qui ont signé une lettre, et on me dit "
        "que la ville a un plan. "
    ),
    "es": (
        "El viejo muelle de Lindau se cerró el lunes después de que se rompieran doce "
        "tablas, dijo la alcaldesa Olga Brandt. Es viejo y es nuestro, dijo a los "
        "periodistas. No he visto nada igual, a mi juicio, dijo un vecino. Unas 300 "
        "personas firmaron una carta. "
    ),
    "it": (
        "Il vecchio molo di Lindau è stato chiuso lunedì dopo che dodici assi si sono "
        "rotte, ha detto la sindaca Olga Brandt. È vecchio ed è nostro, ha detto in un "
        "colloquio. A me non risulta, ha detto un altro, e i soldi ci sono. Circa 300 "
        "persone hanno firmato una lettera. "
    ),
    "pt": (
        "O velho cais de Lindau foi fechado na segunda-feira depois que doze tábuas "
        "quebraram, disse a prefeita Olga Brandt. É velho e é nosso, disse ela a "
        "jornalistas. As pessoas do lugar assinaram uma carta, mas não se sabe o que será "
        "do plano, so a ver. "
    ),
    "sv": (
        "Den gamla piren i Lindau stängdes i måndags sedan tolv plankor gått av, sade "
        "borgmästaren Olga Brandt. Den är gammal och den är vår, sade hon i ett samtal. Man "
        "har en plan, men för den har man inte några pengar. Omkring 300 människor hade "
        "skrivit under ett brev, och all trafik är stoppad. "
    ),
    "da": (
        "Den gamle mole i Lindau blev lukket mandag, efter at tolv planker var knækket, "
        "sagde borgmester Olga Brandt. Den er gammel, og den er vores, sagde hun i et "
        "interview. Man har en plan for den, men for at det kan ske, må der findes penge. "
        "Der er så meget at gøre, sagde hun, og vi har alle set det. "
    ),
    "no": (
        "Den gamle moloen i Lindau ble stengt mandag etter at tolv planker hadde gått i "
        "stykker, sa ordfører Olga Brandt. Den er gammel og den er vår, sa hun i et "
        "intervju. Vi har en plan for den, men for at det skal skje må vi ha penger. Det "
        "var alle her enige om. "
    ),
    "pl": (
        "Stare molo w Lindau zostało zamknięte w poniedziałek po tym, jak pękło dwanaście "
        "desek, powiedziała burmistrz Olga Brandt. Jest stare i jest nasze, powiedziała "
        "dziennikarzom. To nie do wiary, a my to widzimy. "
    ),
    "tr": (
        "Lindau'daki eski iskele pazartesi günü on iki tahta kırıldıktan sonra kapatıldı, "
        "dedi belediye başkanı Olga Brandt. Eski ve bizim, dedi gazetecilere. Yaklaşık üç "
        "yüz kişi bir mektup imzaladı. "
    ),
    "id": (
        "Dermaga tua di Lindau ditutup pada hari Senin setelah dua belas papan patah, kata "
        "Wali Kota Olga Brandt. Itu tua dan itu milik kami, katanya kepada wartawan. "
        "Sekitar tiga ratus orang menandatangani surat, dan kota akan ada rencana. "
    ),
    "hu": (
        "A régi lindaui mólót hétfőn lezárták, miután tizenkét palló eltört, mondta Olga "
        "Brandt polgármester. Régi, és a miénk, mondta az újságíróknak. A város is tudja, "
        "hogy a terv nem kész, de az idő sürget, és a pénz is. "
    ),
    "cy": (
        "Cafodd hen bier Lindau ei gau ddydd Llun ar ôl i ddeuddeg o blanciau dorri, "
        "meddai'r maer Olga Brandt. Mae'n hen ac mae'n eiddo i ni, meddai hi wrth y wasg. "
        "Yr oedd y dref yn drist. "
    ),
    "ru": "Старый причал в Линдау закрыли в понедельник, сказала мэр Ольга Брандт.",
    "zh": "周一,林道的旧码头在十二块木板断裂后关闭,市长奥尔加·布兰特说。",
    "ar": "أغلق الرصيف القديم في لينداو يوم الاثنين بعد أن انكسر اثنا عشر لوحا.",
    "el": "Η παλιά προβλήτα έκλεισε τη Δευτέρα, είπε η δήμαρχος.",
}
STORY = (
    "The old pier in Lindau closed on Monday after twelve planks broke, Mayor Olga Brandt said. It "
    "is old and it is ours, she told reporters. About 300 people had signed a letter to the town, "
    "which wants to open the pier again in May. "
)
ENGLISH = {
    "a story": STORY,
    "one full of foreign names": STORY
    + "Jürgen Schäfer, Łukasz Wójcik, Ségolène d'Aubigné, Żaneta "
    "Gościwit and Ramón Peña y Núñez from Saint-Étienne-du-Rouvray, Gdańsk and Córdoba signed it.",
    "one with a Spanish quotation": STORY + "“Es viejo y es nuestro”, a tourist from Cádiz said.",
    "one with the name of a city in its own letters": STORY
    + "Its sign says Москва in red letters.",
    "results, without a sentence": "Lindau 2 Oderau 1, Halver 0 Bergen 3, Tarn 1 Lomm 1",
    "many results": "Oderau (1-0): Lund 25 points. Diaz 17 points. Brandt 10 points, 2 assists. "
    "Halver (0-1): Wolf 15 points. Voss 2 saves. Bergen (4-0): K. Huber 1 goal. L. Pat 1 goal. "
    * 3,
    "a headline": "Pier in Lindau shut",
    "signs": "… — 12 %",
    "nothing": "",
    "fullwidth letters": "Ｐｉｅｒ ｃｌｏｓｅｓ",
}


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_in_another_language_is_told(language):
    assert not is_english(OTHERS[language])


@pytest.mark.parametrize("text", ENGLISH)
def test_an_english_text_and_one_too_short_to_tell_are_read(text):
    assert is_english(ENGLISH[text])


def test_a_story_told_in_english_with_its_original_beside_it_is_read():
    assert is_english(STORY * 2 + OTHERS["es"])
