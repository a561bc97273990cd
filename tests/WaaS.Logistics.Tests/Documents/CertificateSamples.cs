using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Tests.Documents;

internal static class CertificateSamples
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 9, 8, 2, 11, TimeSpan.FromHours(1));

    public static CertificatePdfInput Bare => new()
    {
        Identity = new()
        {
            Number = "WL-2026-000417",
            Id = new("7b1d2f60-9a54-4c3e-8d21-0c7e5a90b311"),
            Version = 1,
            IssuedAt = PdfSamples.Moment,
            Standing = CertificateStanding.InForce,
        },
        Issuer = new() { Name = "Rückläufer Süd GmbH & Co. KG" },
    };

    public static CertificatePdfInput Full => new()
    {
        Identity = Bare.Identity with { Version = 2, Replaces = "WL-2026-000401 v1" },
        Issuer = new()
        {
            Name = "Rückläufer Süd GmbH & Co. KG",
            RegisterNumber = "HRA 104711 (Amtsgericht München)",
            Address = "Löwengrube 12\n80333 München",
            Site = "Löschzentrum Garching, Halle 3",
            Contact = "loeschung@example.org",
            SecurityOfficer = "Żaneta Kőszegi",
            DataProtectionOfficer = "Jürgen Großkreutz",
        },
        Order = new()
        {
            Customer = "Stadtwerke Überlingen AöR",
            CustomerNumber = "K-20881",
            Contract = "MV-36-20417",
            ReturnOrder = "RMA-2026-0815",
            Lot = "Palette 7",
            Job = "LA-99812",
            ProcessingAgreement = "AVV-2023-11 (Anlage 2)",
            Policy = "Löschrichtlinie Behörden",
            PolicyVersion = 4,
            ProtectionNeed = ProtectionNeed.High,
            ConfidentialityBefore = "vertraulich",
            ConfidentialityAfter = "offen",
        },
        Device = new()
        {
            Manufacturer = "Lenovo",
            Model = "ThinkPad T14 Gen 3",
            Serial = "PF3X9K2M",
            AssetTag = "INV-0044871",
            Uuid = "4c4c4544-0051-3010-8044-b4c04f4d3332",
            Chassis = "Notebook",
            Imei = "356938035643809",
            SlotsExpected = 21,
            SlotsFound = 22,
            SlotsProcessed = 23,
        },
        Carrier = new()
        {
            Slot = "M.2 Nr. 1",
            Manufacturer = "Samsung",
            Model = "PM9A1 MZVL2512HCJQ",
            SerialReported = "S64KNX0T417882",
            SerialOnLabel = "S64KNX0T417882L",
            Wwn = "eui.002538b421b0d2f1",
            Firmware = "GXA7801Q",
            Interface = CarrierInterface.Nvme,
            MediaType = MediaType.Nvme,
            CapacityReportedBytes = 512_110_190_592,
            CapacityNativeBytes = 512_110_190_593,
            SectorsTotal = 1_000_215_216,
            SectorSizeBytes = 512,
            Source = "Arbeitsplatz 4711",
        },
        PreState = new()
        {
            Encryption = "BitLocker (XTS-AES 128), Kopf gelesen",
            SecurityState = "nicht eingefroren",
            Hpa = HiddenArea.NotPresent,
            Dco = HiddenArea.Removed,
            Ama = HiddenArea.NotPresent,
            Health = "SMART: 97 % Restlebensdauer",
            ReallocatedSectors = 31,
            BackupConfirmed = true,
        },
        Sanitization = Work,
        Verification = new()
        {
            Type = VerificationType.Full,
            Percent = 100,
            SampleCount = 1024,
            SampleSeed = "9f2c11d04be7a6",
            Mismatches = 0,
            Tool = "waas-station 0.1.0 (Rücklesen)",
            Result = VerificationOutcome.Passed,
            Verifier = "m.öztürk",
            VerifiedAt = Begin.AddHours(3),
            IndependentCheck = "R2v3-Stichprobe 5 %: nichts gefunden (PhotoRec 7.2)",
        },
        Validation = new()
        {
            Decision = Decision.Accepted,
            DecidedBy = "s.lindqvist",
            DecidedAt = Begin.AddHours(4),
            Reasons = ["R12 erfüllt: erreicht Purge", "R11: keine neuen Zuweisungen"],
            ResidualRisk = "tragbar, keine Auflagen",
        },
        People = new()
        {
            Operator = new() { Name = "b.aydın", Title = "Löschtechniker", Contact = "Durchwahl -411", TrainedOn = new(2026, 1, 15) },
            Verifier = new() { Name = "m.öztürk", Title = "Prüferin", Contact = "Durchwahl -412", TrainedOn = new(2026, 1, 16) },
            Releaser = new() { Name = "s.lindqvist", Title = "Leitung Löschzentrum", Contact = "Durchwahl -413", TrainedOn = new(2026, 1, 17) },
        },
        Custody =
        [
            new() { At = Begin.AddDays(-3), From = "Stadtwerke, Tor 2", To = "Spedition Weiß", Seal = "SG-5521", Place = "Überlingen" },
            new() { At = Begin.AddDays(-1), From = "Fahrer Nr. 88", To = "Wareneingang", Seal = "SG-5522", Place = "Sperrlager A-01" },
        ],
        Destination = new() { Destination = "Wiederverkauf", LabelsRemoved = true, ReleasedAt = Begin.AddHours(5) },
        Standards =
        [
            new("CON.6.A12", "Vollständig mit Zufallswerten überschrieben, ganz zurückgelesen"),
            new("NIST SP 800-88 Rev. 2", "Purge mit Firmware-Befehl, danach geprüft"),
        ],
        Integrity = new()
        {
            EvidenceSha256 = "1f0c7c5f3a1e2bb0a1f64cd2cb9d2cd98d9a8c6e61b9d7bb3a3c6f1f0d3e4a55",
            EvidenceKeyId = "2a0c7c5f3a1e2bb0a1f64cd2cb9d2cd98d9a8c6e61b9d7bb3a3c6f1f0d3e4a66",
            ReportSha256 = "3b0c7c5f3a1e2bb0a1f64cd2cb9d2cd98d9a8c6e61b9d7bb3a3c6f1f0d3e4a77",
            ReportSignatureValid = true,
            CertificateSha256 = "4c0c7c5f3a1e2bb0a1f64cd2cb9d2cd98d9a8c6e61b9d7bb3a3c6f1f0d3e4a88",
            CertificateKeyId = "5d0c7c5f3a1e2bb0a1f64cd2cb9d2cd98d9a8c6e61b9d7bb3a3c6f1f0d3e4a99",
            SignatureAlgorithm = "ES256 (ECDSA P-256)",
            LogPosition = "Eintrag 48.211",
            LogRoot = "6e0c7c5f3a1e2bb0a1f64cd2cb9d2cd98d9a8c6e61b9d7bb3a3c6f1f0d3e4aaa",
            VerificationAddress = new("https://nachweis.example.org/verify/7b1d2f60-9a54-4c3e-8d21-0c7e5a90b311"),
        },
    };

    public static CertificatePdfInput Failed => Full with
    {
        Sanitization = Work with
        {
            Outcome = Outcome.Failed,
            SectorsFailed = 30,
            BadSectors = [.. Enumerable.Range(0, 30).Select(i => 700_100_003L + i * 811)],
            Exceptions = ["30 Sektoren nicht beschreibbar; Datenträger zur Vernichtung ausgesondert"],
        },
        Verification = new() { Type = VerificationType.Full, Result = VerificationOutcome.Failed, Mismatches = 30 },
        Validation = new() { Decision = Decision.Rejected, DecidedBy = "s.lindqvist", Reasons = ["R9: 30 Sektoren fehlgeschlagen"] },
        Device = new() { Manufacturer = "Ein Hersteller mit einem ausgesprochen langen Namen für die Sondermodelle der öffentlichen Verwaltung Südwest", Model = new('W', 150) },
    };

    public static CertificatePdfInput Destroyed => Full with
    {
        Sanitization = new() { Outcome = Outcome.Failed },
        Verification = new(),
        Destruction = new()
        {
            SecurityLevel = "H-4 / E-4",
            ProtectionClass = 2,
            Machine = "Schredder HSM 2",
            ParticleSize = "max. 2000 mm²",
            DestroyedAt = Begin.AddHours(6),
            Place = "Garching, Halle 4",
            Witness = "Frau Ćwikła",
            RecordingSha256 = "7f0c7c5f3a1e2bb0a1f64cd2cb9d2cd98d9a8c6e61b9d7bb3a3c6f1f0d3e4abb",
            ProviderCertificate = "VN-2026-77",
        },
    };

    private static SanitizationDetails Work => new()
    {
        Outcome = Outcome.Success,
        RequiredLevel = SanitizationLevel.Clear,
        AchievedLevel = SanitizationLevel.Purge,
        Procedure = "BSI-GS: Zufall, dann Firmware",
        Technique = "overwrite-random",
        FirmwareCommand = "NVMe Sanitize Block Erase",
        Transitions = ["08:40:00 idle", "08:40:02 in progress 12 %", "08:41:30 completed"],
        HiddenAreaHandling = "DCO vor dem ersten Schritt aufgehoben",
        Passes =
        [
            new()
            {
                Number = 1,
                Pattern = OverwritePattern.Random,
                Generator = "aes-128-ctr",
                StartedAt = Begin,
                EndedAt = Begin.AddMinutes(37),
                Outcome = Outcome.Success,
                RecheckCommand = "cmp --bytes=512110190592 /dev/sdX <(openssl enc -aes-128-ctr -nosalt -K 000102030405060708090a0b0c0d0e0f -iv 00000000000000000000000000000000 -in /dev/zero)",
            },
        ],
        SectorsWritten = 1_000_215_216,
        SectorsFailed = 0,
        ReallocatedSectors = 31,
        BytesErased = 512_110_190_592,
        Percent = 100,
        Retries = 5,
        Throughput = 2_210_000_000,
        Exceptions = [],
        StartedAt = Begin,
        EndedAt = Begin.AddMinutes(48),
        TimeZone = "Europe/Berlin",
        Station = "Station 2, Schacht 5",
        BootMedium = "waas-live 2026.03",
        Tool = "waas-station 0.1.0",
        ToolApproval = "keine Zulassung nach BSI 7164",
    };
}
