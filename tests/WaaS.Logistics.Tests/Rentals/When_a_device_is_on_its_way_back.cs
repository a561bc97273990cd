using CsCheck;
using WaaS.Logistics.Rentals.FindContracts;
using WaaS.Logistics.Rentals.TrackReturns;

namespace WaaS.Logistics.Tests.Rentals;

public sealed class When_a_device_is_on_its_way_back
{
    private static readonly Guid Device = Guid.NewGuid();
    private static readonly DateTime At = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_is_rented_while_the_contract_runs_and_outstanding_afterwards()
    {
        Assert.Equal(ReturnState.Rented, ReturnOfDevice.Of("V-1", ended: false, []).State);
        Assert.Equal(ReturnState.Outstanding, ReturnOfDevice.Of("V-1", ended: true, []).State);
    }

    [Fact]
    public void A_receipt_under_another_contract_is_not_its_return() =>
        Assert.Equal(ReturnState.Outstanding, ReturnOfDevice.Of("V-1", ended: true, [Fact(ReturnFactKind.Received, 1, contract: "V-2")]).State);

    [Fact]
    public void An_open_discrepancy_is_shown_until_it_is_settled()
    {
        var found = Fact(ReturnFactKind.DiscrepancyFound, null, "d1", detail: "Missing");
        Assert.Equal((ReturnState.Discrepancy, "Missing"), (ReturnOfDevice.Of("V-1", true, [found]).State, ReturnOfDevice.Of("V-1", true, [found]).Discrepancy));
        Assert.Equal(ReturnState.Outstanding, ReturnOfDevice.Of("V-1", true, [Fact(ReturnFactKind.DiscrepancySettled, null, "d1"), found]).State);
    }

    [Fact]
    public void What_is_taken_back_never_counts_whatever_comes_first()
    {
        ReturnFact[] facts =
        [
            Fact(ReturnFactKind.Received, 1, contract: "V-1"), Fact(ReturnFactKind.ReceiptCorrected, 1),
            Fact(ReturnFactKind.Received, 2, contract: "V-1"),
            Fact(ReturnFactKind.CertificateIssued, 1, "C-0"), Fact(ReturnFactKind.CertificateIssued, 2, "C-1"), Fact(ReturnFactKind.CertificateIssued, 2, "C-2"), Fact(ReturnFactKind.CertificateRevoked, 2, "C-1"),
        ];
        Gen.Shuffle(facts).Sample(order =>
        {
            var back = ReturnOfDevice.Of("V-1", true, order);
            return back.State == ReturnState.Received && back.Certificates.SequenceEqual(["C-2"])
                && ReturnOfDevice.Of("V-1", true, [.. order.Where(fact => fact.Cycle == 1)]).State == ReturnState.Outstanding;
        });
    }

    private static ReturnFact Fact(ReturnFactKind kind, int? cycle, string? subject = null, string? contract = null, string? detail = null) =>
        new() { DeviceId = Device, Kind = kind, Cycle = cycle, Subject = subject, ContractNumber = contract, Detail = detail, OccurredAt = At };
}
