using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Sanitization;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Messages.Returns;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.LearnFleet;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

public abstract class When_events_of_rentals_come_in_any_order(IStack stack)
{
    private static readonly int Orders = Environment.GetEnvironmentVariable("WAAS_LONG") == "1" ? 2_000 : 25;

    [Fact]
    public async Task The_end_state_is_the_same_whatever_came_first_or_twice()
    {
        await using var desk = await Desk.Open(stack);
        for (var seed = 0; seed < Orders; seed++)
        {
            int[] order = [0, 1, 2, 3, 4, 5, 1, 3];
            new Random(seed).Shuffle(order);
            var contract = Contract.New();
            var ids = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToArray();
            foreach (var step in order)
                await Deliver(desk, contract, step, ids[step]);
            var open = await desk.Returns(db => db.Orders.AsNoTracking().Where(row => row.ContractId == contract.Id && row.State != OrderState.Cancelled).ToListAsync());
            var due = Assert.Single(open);
            Assert.Equal(Contract.NewEnd.AddDays(1), due.DueOn);
            var expected = await desk.Returns(db => db.Expected.AsNoTracking().Where(row => row.OrderId == due.Id).ToListAsync());
            Assert.Equal(contract.Devices.Order(), expected.Select(row => row.DeviceId).Order());
            Assert.All(expected, row => Assert.Equal(ExpectedState.Open, row.State));
        }
    }

    [Fact]
    public async Task A_return_due_that_was_overtaken_by_its_extension_opens_nothing()
    {
        await using var desk = await Desk.Open(stack);
        var contract = Contract.New();
        await Deliver(desk, contract, 4, Guid.NewGuid());
        await Deliver(desk, contract, 3, Guid.NewGuid());
        Assert.Empty(await desk.Returns(db => db.Orders.Where(row => row.ContractId == contract.Id).ToListAsync()));
    }

    [Fact]
    public async Task An_extension_withdraws_what_is_not_back_and_cancels_the_order()
    {
        await using var desk = await Desk.Open(stack);
        var contract = Contract.New();
        await Deliver(desk, contract, 3, Guid.NewGuid());
        await Deliver(desk, contract, 4, Guid.NewGuid());
        var order = await desk.Returns(db => db.Orders.AsNoTracking().SingleAsync(row => row.ContractId == contract.Id));
        Assert.Equal(OrderState.Cancelled, order.State);
        Assert.Single(await desk.Said<ReturnClosed>(), said => said.OrderId == order.Id);
    }

    [Fact]
    public async Task A_device_that_came_back_early_is_under_its_next_contract_though_the_former_would_have_ended_later()
    {
        await using var desk = await Desk.OpenEmpty(stack);
        var serial = $"EARLY-{Guid.NewGuid():N}"[..14].ToUpperInvariant();
        var (session, devices, _) = await desk.Expect(serial);
        await desk.Scan(session, serial);
        var (next, day) = (Guid.CreateVersion7(), DateOnly.FromDateTime(desk.Clock.GetUtcNow().UtcDateTime));
        var again = new RentedDevice(devices[0].Id, "HP", "EliteBook 840 G8", serial, 1, "normal", null);
        await desk.Deliver<LearnDeviceOnDeviceRented, DeviceRented>(new(Guid.CreateVersion7(), "OLD", Desk.Customer, null, day, day.AddDays(20), again), Guid.NewGuid());
        Assert.Equal(devices[0].ContractId, (await Known()).ContractId);
        await desk.Deliver<LearnDeviceOnDeviceRented, DeviceRented>(new(next, "NEXT", Desk.Customer, null, day.AddDays(1), day.AddDays(20), again), Guid.NewGuid());
        Assert.Equal(next, (await Known()).ContractId);
        await desk.Deliver<OpenOrderOnReturnDue, ReturnDue>(new(devices[0].ContractId, "C-1", Desk.Customer, null, new DateOnly(2027, 1, 1), [again]), Guid.NewGuid());
        Assert.Equal(next, (await Known()).ContractId);
        await desk.Deliver<OpenOrderOnReturnDue, ReturnDue>(new(next, "NEXT", Desk.Customer, null, day.AddDays(21), [again]), Guid.NewGuid());
        Assert.Single(await desk.Returns(db => db.Expected.Where(row => row.DeviceId == again.DeviceId && row.State == ExpectedState.Open).ToListAsync()));

        Task<WaaS.Logistics.Returns.Fleet.FleetDevice> Known() => desk.Returns(db => db.Fleet.AsNoTracking().SingleAsync(device => device.Id == again.DeviceId));
    }

    // 0-2: three devices; 3: due at the first end; 4: extended; 5: due at the new end, which only the newest can open.
    private static Task Deliver(Desk desk, Contract contract, int step, Guid messageId) => step switch
    {
        < 3 => desk.Deliver<LearnDeviceOnDeviceRented, DeviceRented>(new(contract.Id, contract.Number, Desk.Customer, null, Contract.End.AddYears(-1), Contract.End, contract.Device(step)), messageId),
        3 => desk.Deliver<OpenOrderOnReturnDue, ReturnDue>(new(contract.Id, contract.Number, Desk.Customer, null, Contract.End.AddDays(1), contract.All()), messageId),
        4 => desk.Deliver<WithdrawOnContractExtended, ContractExtended>(new(contract.Id, contract.Number, Contract.NewEnd, contract.Devices), messageId),
        _ => desk.Deliver<OpenOrderOnReturnDue, ReturnDue>(new(contract.Id, contract.Number, Desk.Customer, null, Contract.NewEnd.AddDays(1), contract.All()), messageId),
    };

    private sealed record Contract(Guid Id, string Number, Guid[] Devices)
    {
        public static readonly DateOnly End = new(2026, 10, 31);
        public static readonly DateOnly NewEnd = new(2027, 4, 30);

        public static Contract New() => new(Guid.CreateVersion7(), $"E-{Guid.NewGuid():N}"[..12], [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()]);

        public RentedDevice Device(int index) => new(Devices[index], "HP", "EliteBook", $"{Number}-{index}", 1, "normal", null);

        public IReadOnlyList<RentedDevice> All() => [Device(0), Device(1), Device(2)];
    }
}

public sealed class When_events_of_rentals_come_in_any_order_on_sqlite() : When_events_of_rentals_come_in_any_order(new EmbeddedStack());

public sealed class When_events_of_rentals_come_in_any_order_on_postgres(PostgresStack stack) : When_events_of_rentals_come_in_any_order(stack), IClassFixture<PostgresStack>;
