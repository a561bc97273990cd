using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.IntegrationTests.Rules;
using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Rentals.AnnounceContractEnds;
using WaaS.Logistics.Rentals.Data;
using WaaS.Logistics.Rentals.ExtendContract;
using WaaS.Logistics.Rentals.FindContracts;
using WaaS.Logistics.Rentals.ImportContracts;
using WaaS.Logistics.Rentals.Resources;
using WaaS.Logistics.Rentals.TrackReturns;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Rentals;

/// <summary>A device is in one contract at a time, whatever was imported when, and by whom.</summary>
public abstract class When_a_device_goes_into_a_further_contract(IStack stack) : IAsyncLifetime
{
    private const string Header = "contract,customer,reseller,start,termMonths,manufacturer,model,serial,carrierSlots\n";
    private readonly string _own = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.Open(stack);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Days_of_a_contract_that_has_ended_are_not_given_twice()
    {
        await Import(("A", "2024-01-01", 12, "1"), ("A", "2024-01-01", 12, "2"));
        await LookAt("2026-11-02T09:00:00Z");
        var before = await Count();
        var refused = await Refused(("B", "2025-06-01", 12, "3"), ("B", "2025-06-01", 12, "4"), ("C", "2024-12-31", 12, "1"), ("D", "2023-02-01", 12, "2"));
        Assert.Equal([(4, "start", "line-overlaps"), (5, "start", "line-overlaps")], refused.Errors.Select(error => (error.Line, error.Column, error.Rule)));
        Assert.Contains($"is in contract A-{_own} from 2024-01-01 to 2024-12-31, and this line has it from 2024-12-31 to 2025-12-30.", InWords("en", refused.Errors[0]));
        Assert.Contains($"steht vom 01.01.2024 bis 31.12.2024 in Vertrag A-{_own}, in dieser Zeile vom 01.02.2023 bis 31.01.2024.", InWords("de", refused.Errors[1]));
        Assert.Equal(before, await Count());
    }

    [Fact]
    public async Task A_contract_that_begins_the_day_after_takes_it_and_the_old_file_still_changes_nothing()
    {
        await Import(("A", "2024-01-01", 12, "1"));
        await LookAt("2026-11-02T09:00:00Z");
        Assert.Equal(new ImportResult(1, 1, 1, 0), await Import(("B", "2025-01-01", 12, "1")));
        Assert.Equal(new ImportResult(1, 1, 1, 0), await Import(("Z", "2023-01-01", 12, "2")));
        Assert.Equal(new ImportResult(1, 0, 0, 1), await Import(("A", "2024-01-01", 12, "1")));
        await LookAt("2026-11-02T10:00:00Z");
        Assert.Equal([("A", new DateOnly(2025, 1, 1)), ("B", new DateOnly(2026, 1, 1)), ("Z", new DateOnly(2024, 1, 1))], (await Due()).Select(due => (due.ContractNumber[..1], due.DueOn)).Order());
        Assert.Equal(new ImportResult(2, 0, 0, 2), await Import(("A", "2024-01-01", 12, "1"), ("Z", "2023-01-01", 12, "2")));
    }

    [Fact]
    public async Task An_extension_takes_no_days_of_a_later_contract_and_a_later_contract_none_of_an_extension()
    {
        await Import(("A", "2024-01-01", 12, "1"), ("X", "2024-01-01", 12, "2"));
        await LookAt("2026-11-02T09:00:00Z");
        await Import(("B", "2025-01-01", 12, "1"));
        await LookAt("2026-11-02T10:00:00Z");
        Assert.Equal("device-in-other-contract", (await Assert.ThrowsAsync<RefusedException>(() => Extend("A", 1))).Rule);
        Assert.Equal(new DateOnly(2025, 6, 30), (await Extend("X", 6)).EndsOn);
        await LookAt("2026-11-02T11:00:00Z");
        Assert.Equal(ImportFault.LineOverlaps, Assert.Single((await Refused(("Y", "2025-06-30", 12, "2"))).Errors).Fault);
        Assert.Equal(new ImportResult(1, 1, 1, 0), await Import(("Y", "2025-07-01", 12, "2")));
    }

    [Fact]
    public async Task A_device_that_came_back_early_is_free_from_the_day_after()
    {
        await Import(("A", "2026-01-01", 24, "1"), ("A", "2026-01-01", 24, "2"));
        var (first, second) = (await Device("A", "1"), await Device("A", "2"));
        _desk.Clock.SetUtcNow(DateTimeOffset.Parse("2026-11-10T09:00:00Z", CultureInfo.InvariantCulture));
        Assert.Equal(ImportFault.LineRunningElsewhere, Assert.Single((await Refused(("B", "2026-11-11", 12, "1"))).Errors).Fault);
        await Received(first, 1);
        var early = Assert.Single((await Refused(("B", "2026-11-10", 12, "1"))).Errors);
        Assert.Equal((ImportFault.LineOverlaps, new DateOnly(2026, 11, 10)), (early.Fault, early.Arguments[4]));
        Assert.Equal(new ImportResult(1, 1, 1, 0), await Import(("B", "2026-11-11", 12, "1")));
        Assert.Equal(new ImportResult(2, 0, 0, 2), await Import(("A", "2026-01-01", 24, "1"), ("A", "2026-01-01", 24, "2")));
        await Extend("A", 3);
        Assert.Equal([second], Assert.Single(await _desk.Said<ContractExtended, RentalsDb>(), said => said.ContractNumber == $"A-{_own}").DeviceIds);
        await LookAt("2028-05-01T09:00:00Z");
        Assert.Equal([second], Assert.Single(await Due(), due => due.ContractNumber == $"A-{_own}").Devices.Select(device => device.DeviceId));
        Assert.Equal([first], Assert.Single(await Due(), due => due.ContractNumber == $"B-{_own}").Devices.Select(device => device.DeviceId));
    }

    [Fact]
    public async Task A_receipt_that_was_taken_back_frees_nothing()
    {
        await Import(("A", "2026-01-01", 24, "1"));
        var device = await Device("A", "1");
        await Received(device, 1);
        await _desk.Deliver<TrackReturnOnReceiptCorrected, ReceiptCorrected, RentalsDb>(new(device, 1, Guid.NewGuid(), "R-1", "X", "undone"), Guid.NewGuid());
        Assert.Equal(ImportFault.LineRunningElsewhere, Assert.Single((await Refused(("B", "2027-01-01", 12, "1"))).Errors).Fault);
    }

    [Fact]
    public async Task Of_many_imports_at_once_one_gets_the_device()
    {
        await Import(("A", "2024-01-01", 12, "1"));
        await LookAt("2026-11-02T09:00:00Z");
        string?[] outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await Import(($"P{i}", $"2025-0{i + 1}-01", 12, "1"));
                return null;
            }
            catch (ImportRefusedException e)
            {
                return e.Errors[0].Rule;
            }
        })));
        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.Equal("line-running-elsewhere", outcome));
    }

    [Fact]
    public async Task The_database_refuses_it_past_the_code_by_rules_that_stand_alone()
    {
        await Import(("A", "2024-01-01", 12, "1"), ("A2", "2024-01-01", 12, "2"));
        await LookAt("2026-11-02T09:00:00Z");
        await Import(("B", "2025-01-01", 12, "1"), ("B2", "2024-06-01", 12, "3"));
        await LookAt("2026-11-02T10:00:00Z");
        var kind = await _desk.Call((Storage storage) => Task.FromResult(storage.Kind));
        var book = new RuleBook<RentalsDb>("rentals", RentalsRules.All, kind, new RuleTrial<RentalsDb>("rentals", work => _desk.Call(work)), trigger => trigger["rentals_".Length..]);
        await book.Try("line_days_are_free", $"INSERT INTO {{t}}contract_devices (id, contract_id, device_id, protection_need, running) SELECT '{Guid.NewGuid().ToString().ToUpperInvariant()}', {Contract("B2")}, l.device_id, l.protection_need, l.running FROM {{t}}contract_devices l WHERE l.contract_id = {Contract("A2")}");
        await book.Try("line_keeps_days", $"UPDATE {{t}}contract_devices SET contract_id = {Contract("B")} WHERE contract_id = {Contract("B2")}");
        await book.Try("contract_days_are_free", $"UPDATE {{t}}contracts SET ends_on = '2025-01-01' WHERE id = {Contract("A")}");
        await book.Try("contract_days_are_free", $"UPDATE {{t}}contracts SET start = '2024-12-31' WHERE id = {Contract("B")}");
        book.RequireEveryTrigger();
    }

    // As a database prompt would find it: {t} is the prefix of a table.
    private string Contract(string name) => $"(SELECT x.id FROM (SELECT id, number FROM {{t}}contracts) x WHERE x.number = '{name}-{_own}')";

    private static string InWords(string language, ImportError error)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return error.InWords(new Texts());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private Task Received(Guid device, int cycle) => _desk.Deliver<TrackReturnOnDeviceReceived, DeviceReceived, RentalsDb>(
        new(device, cycle, Guid.NewGuid(), "R-1", $"A-{_own}", "Kunde", "HP", "Book 1", "X", "normal", null, 1, [], "SEC-1"), Guid.NewGuid());

    private async Task<Guid> Device(string contract, string serial) =>
        (await _desk.Call((FindContracts find) => find.One($"{contract}-{_own}", default))).Devices.Single(device => device.Serial == $"X{_own}{serial}").DeviceId;

    private async Task LookAt(string utc)
    {
        _desk.Clock.SetUtcNow(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));
        while (await _desk.Call((AnnounceContractEnds announce) => announce.Handle(default)) > 0)
        {
        }
    }

    private async Task<List<ReturnDue>> Due() => [.. (await _desk.Said<ReturnDue, RentalsDb>()).Where(said => said.ContractNumber.EndsWith(_own, StringComparison.Ordinal))];

    private Task<ExtendContractAnswer> Extend(string contract, int months) =>
        _desk.Call((ExtendContract extend) => extend.Handle($"{contract}-{_own}", new ExtendContractRequest(Guid.NewGuid(), months), default));

    private Task<(int, int, int, int)> Count() => _desk.Rentals(async db =>
        (await db.Contracts.CountAsync(), await db.Devices.CountAsync(), await db.Outbox.CountAsync(), await db.Audit.CountAsync()));

    private Task<ImportResult> Import(params (string Contract, string Start, int Term, string Serial)[] lines) => _desk.Call((ImportContracts import) => import.Handle(Encoding.UTF8.GetBytes(
        Header + string.Concat(lines.Select(line => $"{line.Contract}-{_own},Kunde {_own},,{line.Start},{line.Term},HP,Book 1,X{_own}{line.Serial},1\n"))), default));

    private Task<ImportRefusedException> Refused(params (string Contract, string Start, int Term, string Serial)[] lines) => Assert.ThrowsAsync<ImportRefusedException>(() => Import(lines));
}

public sealed class When_a_device_goes_into_a_further_contract_on_sqlite() : When_a_device_goes_into_a_further_contract(new EmbeddedStack());

public sealed class When_a_device_goes_into_a_further_contract_on_postgres(PostgresStack stack) : When_a_device_goes_into_a_further_contract(stack), IClassFixture<PostgresStack>;
