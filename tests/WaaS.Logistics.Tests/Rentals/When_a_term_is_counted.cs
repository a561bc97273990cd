using CsCheck;
using WaaS.Logistics.Rentals.Contracts;
using Xunit;

namespace WaaS.Logistics.Tests.Rentals;

public class When_a_term_is_counted
{
    [Theory]
    [InlineData("2024-01-01", 12, "2024-12-31")]
    [InlineData("2024-01-15", 24, "2026-01-14")]
    [InlineData("2024-03-31", 36, "2027-03-30")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-28")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2026-03-01", 12, "2027-02-28")]
    [InlineData("2027-03-01", 12, "2028-02-29")]
    public void The_last_day_is_the_one_of_the_civil_code(string first, int months, string last) =>
        Assert.Equal(DateOnly.Parse(last), Term.LastDay(DateOnly.Parse(first), months));

    [Fact]
    public void A_longer_term_ends_later() => Gen.Select(Gen.Int[0, 36_000], Gen.Int[1, 35]).Sample((day, months) =>
        Term.LastDay(new DateOnly(2000, 1, 1).AddDays(day), months + 1) > Term.LastDay(new DateOnly(2000, 1, 1).AddDays(day), months));
}
