using CsCheck;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Vendors;

namespace WaaS.Logistics.Tests.Scanning;

public class When_a_makers_label_is_read
{
    [Theory]
    [InlineData("5RFDP01", "5RFDP01", "Dell", null)]
    [InlineData("12542331601", "5RFDP01", "Dell", null)]
    [InlineData("125-423-316-01", "5RFDP01", "Dell", null)]
    [InlineData("22453156048", "ABC1234", "Dell", null)]
    [InlineData("78364164095", "ZZZZZZZ", "Dell", null)]
    [InlineData("24382048112", "B78FWQ8", "Dell", null)]
    [InlineData("5CG1234XYZ", "5CG1234XYZ", "HP", null)]
    [InlineData("5cg1234xyz", "5CG1234XYZ", "HP", null)]
    [InlineData("SGH327SZYD", "SGH327SZYD", "HP", null)]
    [InlineData("S5CG1234XYZ", "5CG1234XYZ", "HP", null)]
    [InlineData("1S20XWS0AB00PF2ABCDE", "PF2ABCDE", "Lenovo", "20XWS0AB00")]
    [InlineData("1S4286CTOR9ABCDE", "R9ABCDE", "Lenovo", "4286CTO")]
    [InlineData("1S2349CTOPB12345A", "PB12345A", "Lenovo", "2349CTO")]
    [InlineData("PF2ABCDE", "PF2ABCDE", "Lenovo", null)]
    [InlineData("PF-0ABCD", "PF0ABCD", "Lenovo", null)]
    [InlineData("SN:PF2ABCDE;MTM:20XWS0AB00", "PF2ABCDE", "Lenovo", "20XWS0AB00")]
    [InlineData("S/N: 5CG1234XYZ", "5CG1234XYZ", "HP", null)]
    [InlineData("SN 5CG1234XYZ", "5CG1234XYZ", "HP", null)]
    [InlineData("Service Tag: 5RFDP01 Express Service Code: 12542331601", "5RFDP01", "Dell", null)]
    [InlineData("(01)09521234543213(21)5CG1234XYZ", "5CG1234XYZ", "HP", "09521234543213")]
    [InlineData("[)>\u001e05\u001d010952123454321321PF2ABCDE\u001e\u0004", "PF2ABCDE", "Lenovo", "09521234543213")]
    [InlineData("C02XL0GYJGH5", "C02XL0GYJGH5", "Apple", null)]
    [InlineData("SC02XL0GYJGH5", "C02XL0GYJGH5", "Apple", null)]
    [InlineData("R58M12ABCDE", "R58M12ABCDE", "Samsung", null)]
    [InlineData("005013782653", "005013782653", "Microsoft", null)]
    [InlineData("045236473953", "045236473953", "Microsoft", null)]
    [InlineData("S466NX0M776250H", "S466NX0M776250H", "Samsung", null)]
    [InlineData("S14LNEACC02756X", "S14LNEACC02756X", "Samsung", null)]
    [InlineData("WD-WCC4E1234567", "WCC4E1234567", "Western Digital", null)]
    [InlineData("50026B7785A1B2C3", "50026B7785A1B2C3", "Kingston", null)]
    [InlineData("PHLJ912345671P0FGN", "PHLJ912345671P0FGN", "Intel", null)]
    [InlineData("UNKNOWN-4711", "UNKNOWN-4711", null, null)]
    [InlineData("MTM:20XWS0AB00 SN:PF2ABCDE", "PF2ABCDE", "Lenovo", "20XWS0AB00")]
    [InlineData("MTM 20XWS0AB00 S/N PF2ABCDE", "PF2ABCDE", "Lenovo", "20XWS0AB00")]
    [InlineData("ThinkPad T14 Type 20XW-S0AB00 S/N PF-2ABCDE", "PF-2ABCDE", "Lenovo", "20XW-S0AB00")]
    [InlineData("SVC TAG 5RFDP01", "5RFDP01", "Dell", null)]
    [InlineData("Express Service Code: 125 423 316 01", "5RFDP01", "Dell", null)]
    [InlineData("Serial No. 5CG1234XYZ", "5CG1234XYZ", "HP", null)]
    [InlineData("S/N: 5CG1234XYZ\r\nP/N: 1A2B3EA#ABD", "5CG1234XYZ", "HP", null)]
    [InlineData("(S)PF2ABCDE", "PF2ABCDE", "Lenovo", null)]
    [InlineData("(1P)20XWS0AB00(S)PF2ABCDE", "PF2ABCDE", "Lenovo", "20XWS0AB00")]
    [InlineData("https://support.lenovo.com/qrcode?SN=PF2ABCDE&MTM=20XWS0AB00", "PF2ABCDE", "Lenovo", "20XWS0AB00")]
    [InlineData("https://pcsupport.lenovo.com/us/en/products/20xw/20xws0ab00/pf2abcde", "PF2ABCDE", "Lenovo", null)]
    [InlineData("https://qrl.dell.com/5RFDP01", "5RFDP01", "Dell", null)]
    [InlineData("https://www.dell.com/support/home/?st=5rfdp01", "5rfdp01", "Dell", null)]
    [InlineData("https://support.hp.com/qr?serialnumber=5CG1234XYZ&sku=1A2B3EA%23ABD", "5CG1234XYZ", "HP", "1A2B3EA#ABD")]
    [InlineData("HTTPS://ASSETS.EXAMPLE.COM/X?ID=7&SERIAL=ABC-12345", "ABC-12345", null, null)]
    [InlineData("*5CG1234XYZ*", "5CG1234XYZ", "HP", null)]
    [InlineData("SN5CG1234XYZ", "5CG1234XYZ", "HP", null)]
    [InlineData("S/NPF2ABCDE", "PF2ABCDE", "Lenovo", null)]
    [InlineData("SN12345678", "SN12345678", "HP", null)]
    [InlineData("1A2B3EA#ABD;5CG1234XYZ", "5CG1234XYZ", "HP", null)]
    [InlineData("PF2ABCDE\t20XWS0AB00", "PF2ABCDE", "Lenovo", null)]
    [InlineData("RZ8N30ABCDE", "RZ8N30ABCDE", "Samsung", null)]
    [InlineData("PK1334PEABCDEF", "PK1334PEABCDEF", "HGST", null)]
    [InlineData("57F3KABCT", "57F3KABCT", "Toshiba", null)]
    public void The_serial_is_the_first_candidate(string payload, string serial, string? maker, string? model)
    {
        var reading = Reading.Of(payload);
        Assert.True(reading.IsValid);
        var first = reading.Candidates.First(candidate => candidate.Kind == CandidateKind.Serial);
        Assert.Equal((serial, maker, model), (first.Value, first.Maker, first.Model));
        Assert.Contains(serial, first.Reason);
    }

    [Theory]
    [InlineData("490154203237518", CandidateKind.Imei)]
    [InlineData("356938035643809", CandidateKind.Imei)]
    [InlineData("352099001761481", CandidateKind.Imei)]
    [InlineData("A1000023456789", CandidateKind.Meid)]
    [InlineData("AF0123450ABCDEC", CandidateKind.Meid)]
    [InlineData("IMEI 49 015420 323751 8", CandidateKind.Imei)]
    [InlineData("MAC ID 00:1A:2B:3C:4D:5E", CandidateKind.Mac)]
    [InlineData("001A2B-3C4D5E", CandidateKind.Mac)]
    [InlineData("00-1A-2B-FF-FE-3C-4D-5E", CandidateKind.Mac)]
    [InlineData("001A2BFFFE3C4D5E", CandidateKind.Mac)]
    [InlineData("EAN 4006381333931", CandidateKind.Gtin)]
    [InlineData("]E39501101530003" + "12345", CandidateKind.Gtin)]
    [InlineData("8S340123451234567895", CandidateKind.Sscc)]
    [InlineData("4C4C4544-0052-4610-8044-B5C04F503031", CandidateKind.Other)]
    [InlineData("UUID: 4C4C4544-0052-4610-8044-B5C04F503031", CandidateKind.Other)]
    [InlineData("SPS: 123456-001", CandidateKind.PartNumber)]
    [InlineData("CT PAAAA0ABCDEFGH", CandidateKind.Component)]
    [InlineData("00:11:22:AA:BB:CC", CandidateKind.Mac)]
    [InlineData("00-11-22-AA-BB-CC", CandidateKind.Mac)]
    [InlineData("001122AABBCC", CandidateKind.Mac)]
    [InlineData("23S001122AABBCC", CandidateKind.Mac)]
    [InlineData("4006381333931", CandidateKind.Gtin)]
    [InlineData("416000336108", CandidateKind.Gtin)]
    [InlineData("96385074", CandidateKind.Gtin)]
    [InlineData("35391805210706", CandidateKind.Imei)]
    [InlineData("MAC: 00:11:22:aa:bb:cc", CandidateKind.Mac)]
    [InlineData("5000C500A1B2C3D4", CandidateKind.Wwn)]
    [InlineData("WWN 5 000C50 0A1B2C3D4", CandidateKind.Wwn)]
    [InlineData("0x5000c500a1b2c3d4", CandidateKind.Wwn)]
    [InlineData("7LKQ2M9XH4RT8W3ZP6YB5NC1VD0JG2SF", CandidateKind.Psid)]
    [InlineData("CN-0KJ123-74200-6AB-0123", CandidateKind.Component)]
    [InlineData("CN0KJ123742006AB0123A00", CandidateKind.Component)]
    [InlineData("CN-0A1B2C-WS200-4A5-00JF-A01", CandidateKind.Component)]
    [InlineData("CN0A1B2CWS2004A500JFA01", CandidateKind.Component)]
    [InlineData("TH-0A1B2C-FCC00-87K-00TF", CandidateKind.Component)]
    [InlineData("naa.5000c500a1b2c3d4", CandidateKind.Wwn)]
    [InlineData("600508B1001C1234567890ABCDEF0123", CandidateKind.Wwn)]
    [InlineData("7LKQ-2M9X-H4RT-8W3Z-P6YB-5NC1-VD0J-G2SF", CandidateKind.Psid)]
    [InlineData("293608736500703710", CandidateKind.Meid)]
    [InlineData("8SSB20L77071R1SZ96A0BC1", CandidateKind.Component)]
    [InlineData("11S45N1127Z1ZXXX12345A", CandidateKind.Component)]
    [InlineData("89049032005008882600033489640062", CandidateKind.Eid)]
    public void A_number_of_another_meaning_is_no_serial(string payload, CandidateKind kind)
    {
        var reading = Reading.Of(payload);
        Assert.True(reading.IsValid);
        Assert.Contains(reading.Candidates, candidate => candidate.Kind == kind);
        Assert.DoesNotContain(reading.Candidates, candidate => candidate.Kind == CandidateKind.Serial);
    }

    [Theory]
    [InlineData("To be filled by O.E.M.")]
    [InlineData("Type1ProductConfigId")]
    [InlineData("Undefined")]
    [InlineData("Keine Seriennummer")]
    [InlineData("No Asset Tag")]
    [InlineData("1234567890")]
    [InlineData("0123456789")]
    [InlineData("SSN12345678901234567")]
    [InlineData("System Serial Number")]
    [InlineData("Default string")]
    [InlineData("0000")]
    [InlineData("000000000000000")]
    [InlineData("AAAAAAAA")]
    [InlineData("S0000000")]
    [InlineData("SN: None")]
    [InlineData("https://example.com/?sn=0000000")]
    [InlineData("https://www.dell.com/support/home")]
    [InlineData("https://example.com/5RFDP01")]
    [InlineData("(S)To be filled by O.E.M.")]
    [InlineData("EAN 4006381333932")]
    [InlineData("{\"sn\":\"5CG1234XYZ\"}")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("=1+cmd|'/C calc'!A0")]
    [InlineData("Hello World")]
    [InlineData("[)>\u001e06\u001dSTo be filled by O.E.M.\u001e\u0004")]
    public void A_placeholder_or_a_text_is_never_a_serial(string payload) =>
        Assert.DoesNotContain(Reading.Of(payload).Candidates, candidate => candidate.Kind is CandidateKind.Serial or CandidateKind.Tracking or CandidateKind.Imei);

    [Fact]
    public void A_stripped_prefix_never_hides_the_text_as_it_stands()
    {
        Assert.Equal(["5CG1234XYZ", "S5CG1234XYZ"], Serials("S5CG1234XYZ"));
        Assert.Equal(["SABX-12345", "ABX-12345"], Serials("SABX-12345"));
        Assert.Equal(["SGH327SZYD"], Serials("SGH327SZYD"));
    }

    [Theory]
    [InlineData("20XW-S0AB00", "20XWS0AB00", CandidateKind.Model)]
    [InlineData("WD10EZEX-08WN4A0", "WD10EZEX-08WN4A0", CandidateKind.Model)]
    [InlineData("ST1000DM010-2EP102", "ST1000DM010-2EP102", CandidateKind.Model)]
    [InlineData("01AB123", "01AB123", CandidateKind.PartNumber)]
    [InlineData("5B20W12345", "5B20W12345", CandidateKind.PartNumber)]
    [InlineData("naa.5000c500a1b2c3d4", "5000C500A1B2C3D4", CandidateKind.Wwn)]
    [InlineData("293608736500703710", "AF0123450ABCDE", CandidateKind.Meid)]
    public void A_kind_of_device_or_part_is_named_first(string payload, string value, CandidateKind kind) =>
        Assert.Equal((kind, value), (Reading.Of(payload).Candidates[0].Kind, Reading.Of(payload).Candidates[0].Value));

    [Fact]
    public void A_symbology_that_carries_no_article_number_makes_twelve_digits_a_serial()
    {
        Assert.Contains(Reading.Of("]C0416000336108").Candidates, candidate => candidate.Kind == CandidateKind.Serial);
        Assert.DoesNotContain(Reading.Of("]E00416000336108").Candidates, candidate => candidate.Kind == CandidateKind.Serial);
    }

    [Fact]
    public void A_service_tag_survives_its_express_service_code() => Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"].Array[6].Select(Gen.Char["123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"], (rest, first) => first + new string(rest)).Sample(tag =>
        ExpressServiceCode.TryToTag(ExpressServiceCode.Of(tag), out var back) && back == tag);

    [Theory]
    [InlineData("78364164096")]
    [InlineData("99999999999999999999999999")]
    [InlineData("12A45")]
    [InlineData("")]
    public void What_is_no_express_service_code_gives_no_tag(string code) => Assert.False(ExpressServiceCode.TryToTag(code, out _));

    [Fact]
    public void Luhn_catches_every_wrong_digit() => Gen.Char['0', '9'].Array[15].Where(digits => Luhn.Holds(digits)).Sample(digits =>
    {
        for (var at = 0; at < digits.Length; at++)
            for (var digit = '0'; digit <= '9'; digit++)
                if (digit != digits[at] && Luhn.Holds([.. digits[..at], digit, .. digits[(at + 1)..]]))
                    return false;
        return true;
    }, iter: 300);

    private static string[] Serials(string payload) => [.. Reading.Of(payload).Candidates.Where(candidate => candidate.Kind == CandidateKind.Serial).Select(candidate => candidate.Value)];
}
