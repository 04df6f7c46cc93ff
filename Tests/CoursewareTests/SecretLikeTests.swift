import Courseware
import Testing

@Suite struct SecretLikeTests {
    @Test(arguments: [
        ("Mijn nummer is 123456782", SecretLike.citizenNumber), ("bsn 123.456.782", .citizenNumber),
        ("de sms-code is 482913", .code), ("482913", .code), ("pincode: 12345", .code), ("mijn pin is 4821", .code),
        ("In de brief staat A7K2M9P4Q.", .code), ("koppelcode X4B9", .code), ("my code is 99881", .code),
        ("wachtwoord: zomer2026", .password), ("mijn wachtwoord is geheim", .password), ("Fiets123!", .password),
        ("De app zegt 482 913.", .code), ("482-913", .code), ("Het is 4 8 2 9 1 3", .code), ("4821", .code), ("Typ 4, 8, 2, 9.", .code),
        ("wachtwoord: hondje", .password), ("Mijn ww is zomer.", .password), ("pw=hondje", .password),
        ("Mijn code: vier acht twee negen een drie", .code), ("１２３４５６７８２", .citizenNumber),
        ("password hunter2", .password), ("inloggen met a1b2c3d4", .password),
    ])
    func `numbers, codes and passwords are recognised`(text: String, kind: SecretLike) {
        #expect(SecretLike.found(in: text) == kind, "\(text)")
    }

    @Test(arguments: [
        "", "Ik wil mijn paspoort vernieuwen.", "Ik ben mijn wachtwoord vergeten.", "Ik kreeg geen code.",
        "Bel mij op 06 12345678 om 14.30 uur.", "Mijn postcode is 1234 AB.", "Op 24-11-2026 of 3 december.",
        "Het gaat om 125000 euro.", "Samen gebeld, 25 minuten.", "Mail naar fatma1950@ziggo.example",
        "Kijk op https://machtigen.digid.nl/abc123def", "Windows11 doet het niet.", "Ik kom er niet in met DigiD.",
        "Bel 088 123 65 55.", "Of bel 020 123 4567.", "Het kost 125 000 euro.", "Bus 3 of 4.", "Dinsdag om 10 uur.", "Kamer 12, gang 3.",
        "Op 3 12 2026.", "Mijn vraag over het wachtwoord: hoe verander ik dat?", "Een, twee of drie keer.", "Tot 10.15 of 10.30 uur!",
    ])
    func `ordinary sentences are left alone`(text: String) {
        #expect(SecretLike.found(in: text) == nil, "\(text)")
    }
}
