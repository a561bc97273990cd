using System.Text;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Messages.Sanitization;
using WaaS.Logistics.Rentals.Resources;
using WaaS.Logistics.Rentals.AgreeFollowOn;
using WaaS.Logistics.Rentals.AnnounceContractEnds;
using WaaS.Logistics.Rentals.Data;
using WaaS.Logistics.Rentals.ExtendContract;
using WaaS.Logistics.Rentals.FindContracts;
using WaaS.Logistics.Rentals.ImportContracts;
using WaaS.Logistics.Rentals.TrackReturns;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Rentals;

public abstract class When_contracts_are_imported(IStack stack) : IAsyncLifetime
{
    private const string Header = "contract,customer,reseller,start,termMonths,manufacturer,model,serial,carrierSlots\n";
    private readonly string _own = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.Open(stack);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Each_device_is_told_and_the_same_file_again_changes_nothing()
    {
        var file = Lines(("A", "2026-01-01", 12, "HP", "1"), ("A", "2026-01-01", 12, "HP", "2"), ("B", "2026-02-01", 24, "Dell", "1"));
        Assert.Equal(new ImportResult(3, 2, 3, 0), await Import(file));
        var rows = await Count();
        Assert.Equal(new ImportResult(3, 0, 0, 3), await Import(file));
        Assert.Equal(rows, await Count());
        var said = await Rented();
        Assert.Equal(3, said.Count);
        Assert.Equal((new DateOnly(2026, 12, 31), "normal", 1), (said[0].EndsOn, said[0].Device.ProtectionNeed, said[0].Device.CarrierSlots!.Value));
    }

    [Fact]
    public async Task Nothing_is_imported_when_one_line_is_wrong()
    {
        var before = await Count();
        var refused = await Refused(Lines(("A", "2026-01-01", 12, "HP", "1"), ("B", "2026-02-01", 24, "Dell", "2")) + $"C-{_own},Kunde,,2026-01-01,13,HP,Book,X{_own}9,1\n");
        Assert.Equal((4, "termMonths"), (Assert.Single(refused.Errors).Line, refused.Errors[0].Column));
        Assert.Equal(before, await Count());
    }

    [Fact]
    public async Task A_device_cannot_be_in_two_running_contracts()
    {
        await Import(Lines(("A", "2026-01-01", 12, "HP", "1")));
        var refused = await Refused(Lines(("B", "2026-06-01", 12, "hp inc.", "1")));
        Assert.Contains($"A-{_own} until 2026-12-31", Assert.Single(refused.Errors).InWords(new Texts()));
        Assert.Equal(new ImportResult(1, 1, 1, 0), await Import(Lines(("B", "2026-06-01", 12, "Lenovo", "1"))));
    }

    [Fact]
    public async Task A_known_contract_cannot_be_changed_by_a_file_but_can_get_devices()
    {
        await Import(Lines(("A", "2026-01-01", 12, "HP", "1")));
        Assert.Equal(["start", "termMonths"], (await Refused(Lines(("A", "2026-01-02", 24, "HP", "1")))).Errors.Select(error => error.Column));
        Assert.Equal(new ImportResult(2, 0, 1, 1), await Import(Lines(("A", "2026-01-01", 12, "HP", "1"), ("A", "2026-01-01", 12, "HP", "2"))));
    }

    [Fact]
    public async Task The_same_file_from_many_people_at_once_is_imported_once()
    {
        var file = Lines(("A", "2026-01-01", 12, "HP", "1"), ("A", "2026-01-01", 12, "HP", "2"), ("B", "2026-01-01", 12, "HP", "3"));
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Import(file))));
        Assert.Equal((2, 3), (results.Sum(result => result.ContractsAdded), results.Sum(result => result.DevicesAdded)));
        Assert.Equal(3, (await Rented()).Count);
    }

    [Fact]
    public async Task The_end_is_announced_once_at_each_date_in_Berlin_and_caught_up_after_a_pause()
    {
        await Import(Lines(("A", "2025-12-15", 12, "HP", "1"), ("A", "2025-12-15", 12, "HP", "2")));
        Assert.Empty(await Ending());
        await LookAt("2026-11-13T22:59:00Z");
        Assert.Empty(await Ending());
        await LookAt("2026-11-13T23:01:00Z");
        await LookAt("2026-11-14T08:00:00Z");
        Assert.Equal(new DateOnly(2026, 12, 14), Assert.Single(await Ending()).EndsOn);
        await LookAt("2026-12-14T22:59:00Z");
        Assert.Empty(await Due());
        await LookAt("2027-03-01T00:00:00Z");
        await LookAt("2027-03-02T00:00:00Z");
        var due = Assert.Single(await Due());
        Assert.Equal((new DateOnly(2026, 12, 15), 2), (due.DueOn, due.Devices.Count));
        Assert.Equal(new ImportResult(1, 1, 1, 0), await Import(Lines(("N", "2027-03-01", 12, "HP", "1"))));
    }

    [Fact]
    public async Task An_extended_contract_ends_later_and_says_so_again()
    {
        await Import(Lines(("A", "2025-12-15", 12, "HP", "1")));
        await LookAt("2026-12-20T08:00:00Z");
        Assert.Single(await Due());
        var opId = Guid.NewGuid();
        var first = await Extend("A", 6, opId);
        Assert.Equal(new DateOnly(2027, 6, 14), first.EndsOn);
        Assert.Equal(first, await Extend("A", 6, opId));
        Assert.Single(await _desk.Said<ContractExtended, RentalsDb>(), said => said.ContractNumber == $"A-{_own}");
        await LookAt("2027-06-14T08:00:00Z");
        Assert.Single(await Due());
        await LookAt("2027-06-15T08:00:00Z");
        Assert.Equal([new DateOnly(2026, 12, 15), new DateOnly(2027, 6, 15)], (await Due()).Select(said => said.DueOn));
    }

    [Fact]
    public async Task A_contract_whose_devices_have_gone_to_another_cannot_be_extended()
    {
        await Import(Lines(("A", "2025-12-15", 12, "HP", "1")));
        await LookAt("2026-12-20T08:00:00Z");
        await Import(Lines(("B", "2026-12-20", 12, "HP", "1")));
        Assert.Equal("device-in-other-contract", (await Assert.ThrowsAsync<WaaS.Logistics.Platform.Web.RefusedException>(() => Extend("A", 6, Guid.NewGuid()))).Rule);
    }

    [Fact]
    public async Task A_follow_on_contract_is_noted_once_and_only_for_the_same_customer()
    {
        await Import(Lines(("A", "2026-01-01", 12, "HP", "1"), ("B", "2027-01-01", 12, "HP", "2")));
        await Import($"{Header}F-{_own},Fremder {_own},,2027-01-01,12,HP,Book 1,X{_own}9,1\n");
        Assert.Equal("follow-on-of-other-customer", (await RefusedFollowOn("F")).Rule);
        Assert.Equal("follow-on-is-itself", (await RefusedFollowOn("A")).Rule);
        var opId = Guid.NewGuid();
        Assert.Equal(await FollowOn("B", opId), await FollowOn("B", opId));
        Assert.Equal("follow-on-agreed", (await RefusedFollowOn("B")).Rule);
        Assert.Equal($"B-{_own}", Assert.Single(await _desk.Said<FollowOnAgreed, RentalsDb>(), said => said.ContractNumber == $"A-{_own}").FollowOnNumber);
        Assert.Equal($"B-{_own}", (await Details("A")).Contract.FollowOnNumber);
    }

    [Fact]
    public async Task The_contract_shows_what_came_back_and_with_which_certificates()
    {
        await Import(Lines(("A", "2025-01-01", 12, "HP", "1"), ("A", "2025-01-01", 12, "HP", "2")));
        await LookAt("2026-11-02T09:00:00Z");
        var devices = (await Details("A")).Devices;
        Assert.All(devices, device => Assert.Equal(ReturnState.Outstanding, device.Return.State));
        var (first, second) = (devices[0], devices[1]);
        var (order, issued) = (Guid.NewGuid(), Guid.NewGuid());
        for (var time = 0; time < 2; time++)
            await _desk.Deliver<TrackReturnOnCertificateIssued, CertificateIssued, RentalsDb>(new(first.DeviceId, 1, "1", "D1", "LZ-1", new string('a', 64)), issued);
        await _desk.Deliver<TrackReturnOnDeviceReceived, DeviceReceived, RentalsDb>(
            new(first.DeviceId, 1, order, "R-1", $"A-{_own}", "Kunde", "HP", "Book 1", first.Serial, "normal", null, 1, [], "SEC-1"), Guid.NewGuid());
        await _desk.Deliver<TrackReturnOnDiscrepancyFound, DiscrepancyFound, RentalsDb>(new(Guid.NewGuid(), order, "R-1", second.DeviceId, second.Serial, "Missing", "Büro"), Guid.NewGuid());
        await _desk.Deliver<TrackReturnOnDiscrepancyFound, DiscrepancyFound, RentalsDb>(new(Guid.NewGuid(), order, "R-1", null, "NOBODYS", "Unknown", "Büro"), Guid.NewGuid());
        var back = (await Details("A")).Devices;
        Assert.Equal((ReturnState.Received, "LZ-1"), (back[0].Return.State, Assert.Single(back[0].Return.Certificates)));
        Assert.Equal((ReturnState.Discrepancy, "Missing"), (back[1].Return.State, back[1].Return.Discrepancy));
        await _desk.Deliver<TrackReturnOnCertificateRevoked, CertificateRevoked, RentalsDb>(new(first.DeviceId, 1, "1", "LZ-1", "wrong"), Guid.NewGuid());
        Assert.Empty((await Details("A")).Devices[0].Return.Certificates);
        await _desk.Deliver<TrackReturnOnReceiptCorrected, ReceiptCorrected, RentalsDb>(new(first.DeviceId, 1, order, "R-1", first.Serial, "undone"), Guid.NewGuid());
        Assert.Equal(ReturnState.Outstanding, (await Details("A")).Devices[0].Return.State);
    }

    private Task<ContractDetails> Details(string contract) => _desk.Call((FindContracts find) => find.One($"{contract}-{_own}", default));

    private Task<AgreeFollowOnAnswer> FollowOn(string next, Guid opId) =>
        _desk.Call((AgreeFollowOn agree) => agree.Handle($"A-{_own}", new AgreeFollowOnRequest(opId, $"{next}-{_own}"), default));

    private Task<WaaS.Logistics.Platform.Web.RefusedException> RefusedFollowOn(string next) =>
        Assert.ThrowsAsync<WaaS.Logistics.Platform.Web.RefusedException>(() => FollowOn(next, Guid.NewGuid()));

    private Task<ExtendContractAnswer> Extend(string contract, int months, Guid opId) =>
        _desk.Call((ExtendContract extend) => extend.Handle($"{contract}-{_own}", new ExtendContractRequest(opId, months), default));

    private async Task LookAt(string utc)
    {
        _desk.Clock.SetUtcNow(DateTimeOffset.Parse(utc));
        await _desk.Call((AnnounceContractEnds announce) => announce.Handle(default));
    }

    private async Task<List<ContractEnding>> Ending() => [.. (await _desk.Said<ContractEnding, RentalsDb>()).Where(said => said.ContractNumber.EndsWith(_own, StringComparison.Ordinal))];

    private async Task<List<ReturnDue>> Due() => [.. (await _desk.Said<ReturnDue, RentalsDb>()).Where(said => said.ContractNumber.EndsWith(_own, StringComparison.Ordinal))];

    private async Task<List<DeviceRented>> Rented() => [.. (await _desk.Said<DeviceRented, RentalsDb>()).Where(said => said.ContractNumber.EndsWith(_own, StringComparison.Ordinal))];

    private Task<(int, int, int, int)> Count() => _desk.Rentals(async db =>
        (await db.Contracts.CountAsync(), await db.Devices.CountAsync(), await db.Outbox.CountAsync(), await db.Audit.CountAsync()));

    private Task<ImportResult> Import(string text) => _desk.Call((ImportContracts import) => import.Handle(Encoding.UTF8.GetBytes(text), default));

    private Task<ImportRefusedException> Refused(string text) => Assert.ThrowsAsync<ImportRefusedException>(() => Import(text));

    private string Lines(params (string Contract, string Start, int Term, string Maker, string Serial)[] lines) =>
        Header + string.Concat(lines.Select(line => $"{line.Contract}-{_own},Kunde {_own},,{line.Start},{line.Term},{line.Maker},Book 1,X{_own}{line.Serial},1\n"));
}

public sealed class When_contracts_are_imported_on_sqlite() : When_contracts_are_imported(new EmbeddedStack());

public sealed class When_contracts_are_imported_on_postgres(PostgresStack stack) : When_contracts_are_imported(stack), IClassFixture<PostgresStack>;
