using System.Globalization;
using System.Text;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.IntegrationTests.Returns;
using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Rentals.AnnounceContractEnds;
using WaaS.Logistics.Rentals.Data;
using WaaS.Logistics.Rentals.ImportContracts;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Rentals;

/// <summary>Contracts whose last days lie at the borders of the calendar, and a clock that is looked at seldom, late, twice, and that is turned back.</summary>
public abstract class When_contracts_end(IStack stack, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly int[] Terms = [12, 24, 36];

    // Leap days, ends of months, both changes of the clock, New Year.
    private static readonly string[] Borders =
    [
        "2024-02-29", "2025-03-01", "2024-03-31", "2025-01-31", "2024-08-31", "2025-12-31", "2026-01-01", "2024-03-30", "2025-03-29", "2026-03-30", "2024-10-27", "2025-10-26", "2023-02-28", "2025-05-31", "2025-11-30",
    ];

    private readonly string _own = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
    private readonly Dictionary<string, DateOnly> _ends = [];
    private readonly HashSet<string> _ended = [];
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.Open(stack);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Each_return_is_due_once_on_the_day_after_however_the_clock_is_looked_at()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        _desk.Clock.AdjustTime(new DateTimeOffset(2025, 2, 20, 8, 0, 0, TimeSpan.Zero));
        for (var look = 0; look < 120; look++)
        {
            if (random.Next(3) == 0 && _ends.Count < 60)
                await Import(DateOnly.Parse(Borders[random.Next(Borders.Length)], CultureInfo.InvariantCulture), Terms[random.Next(3)]);
            Move(random);
            await Look();
        }
        _desk.Clock.AdjustTime(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await Look();
        Assert.Equal(_ends.Count, _ended.Count);
        Assert.All(await Ending(), said => Assert.Equal(_ends[said.ContractNumber], said.EndsOn));
        Assert.Distinct((await Ending()).Select(said => said.ContractNumber));
    }

    [Theory]
    [InlineData("2025-03-30", "2026-03-29T21:59:59Z", "2026-03-29T22:00:01Z")] // the last day is the 23 hours long one
    [InlineData("2025-10-26", "2026-10-25T22:59:59Z", "2026-10-25T23:00:01Z")] // ends on the 25 hours long day
    [InlineData("2024-02-29", "2025-02-28T22:59:59Z", "2025-02-28T23:00:01Z")]
    [InlineData("2025-01-01", "2025-12-31T22:59:59Z", "2025-12-31T23:00:01Z")]
    [InlineData("2025-07-01", "2026-06-30T21:59:59Z", "2026-06-30T22:00:01Z")] // UTC says it is the last day still
    public async Task A_day_ends_when_it_ends_in_Berlin(string start, string before, string after)
    {
        await Import(DateOnly.Parse(start, CultureInfo.InvariantCulture), 12);
        foreach (var (moment, due) in new[] { (before, 0), (after, 1), (before, 1), (after, 1) })
        {
            _desk.Clock.AdjustTime(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));
            await _desk.Call((AnnounceContractEnds announce) => announce.Handle(default));
            Assert.Equal(due, (await Due()).Count);
        }
    }

    private void Move(Random random)
    {
        var now = _desk.Clock.GetUtcNow();
        _desk.Clock.AdjustTime(random.Next(6) switch
        {
            0 => now.AddDays(-random.Next(1, 40)),
            1 => now,
            2 => now.AddHours(random.Next(1, 30)),
            // Around midnight in Berlin, one second to either side.
            3 => Midnight(now.AddDays(random.Next(0, 20))).AddSeconds(random.Next(2) * 2 - 1),
            4 => Midnight(new DateTimeOffset(_ends.Count == 0 ? new DateOnly(2025, 3, 1) : _ends.Values.ElementAt(random.Next(_ends.Count)).AddDays(1), default, TimeSpan.Zero)).AddSeconds(random.Next(2) * 2 - 1),
            _ => now.AddDays(random.Next(1, 25)),
        });
    }

    private static DateTimeOffset Midnight(DateTimeOffset day)
    {
        var local = DateTime.SpecifyKind(day.Date, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Berlin.GetUtcOffset(local)).ToUniversalTime();
    }

    private async Task Look()
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_desk.Clock.GetUtcNow(), Berlin).DateTime);
        await _desk.Call((AnnounceContractEnds announce) => announce.Handle(default));
        foreach (var (number, last) in _ends)
            if (today > last)
                _ended.Add(number);
        Assert.Equal(_ended.Order(), (await Due()).Select(said => said.ContractNumber).Order());
        Assert.All(await Due(), said => Assert.Equal(_ends[said.ContractNumber].AddDays(1), said.DueOn));
    }

    private async Task Import(DateOnly start, int months)
    {
        var number = $"E{_ends.Count}-{_own}";
        _ends[number] = LastDay(start, months);
        var file = $"contract,customer,reseller,start,termMonths,manufacturer,model,serial,carrierSlots\n{number},Kunde {_own},,{start:yyyy-MM-dd},{months},HP,Book 1,Y{_own}{_ends.Count},1\n";
        await _desk.Call((ImportContracts import) => import.Handle(Encoding.UTF8.GetBytes(file), default));
    }

    // As § 188 (2) and (3) BGB say it, not as the product counts: the day before the number of the first day, or the month's last where it has no such day.
    private static DateOnly LastDay(DateOnly first, int months)
    {
        var month = first.Year * 12 + first.Month - 1 + months - (first.Day == 1 ? 1 : 0);
        var days = DateTime.DaysInMonth(month / 12, month % 12 + 1);
        return new DateOnly(month / 12, month % 12 + 1, first.Day == 1 ? days : Math.Min(first.Day - 1, days));
    }

    private async Task<List<ReturnDue>> Due() => [.. (await _desk.Said<ReturnDue, RentalsDb>()).Where(said => said.ContractNumber.EndsWith(_own, StringComparison.Ordinal))];

    private async Task<List<ContractEnding>> Ending() => [.. (await _desk.Said<ContractEnding, RentalsDb>()).Where(said => said.ContractNumber.EndsWith(_own, StringComparison.Ordinal))];
}

public sealed class When_contracts_end_on_sqlite(ITestOutputHelper output) : When_contracts_end(new EmbeddedStack(), output);

public sealed class When_contracts_end_on_postgres(PostgresStack stack, ITestOutputHelper output) : When_contracts_end(stack, output), IClassFixture<PostgresStack>;
