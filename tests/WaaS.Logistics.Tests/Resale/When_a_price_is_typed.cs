using System.Globalization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Tests.Resale;

public sealed class When_a_price_is_typed
{
    [Theory]
    [InlineData("de", "499,90", "EUR", 49990)]
    [InlineData("de", "1.299", "EUR", 129900)]
    [InlineData("en", "1,299.50", "eur", 129950)]
    [InlineData("en", "500", "JPY", 500)]
    [InlineData("en", "12.345", "KWD", 12345)]
    public void It_becomes_whole_minor_units(string language, string typed, string currency, long minor)
    {
        CultureInfo.CurrentCulture = new CultureInfo(language);
        Assert.Equal(minor, Price.ReadTyped(typed, currency).Minor);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("100.000.001")]
    [InlineData("x")]
    public void What_is_wrong_with_the_amount_is_said_at_the_amount(string typed)
    {
        CultureInfo.CurrentCulture = new CultureInfo("de");
        Assert.Equal("price", Assert.Throws<RefusedException>(() => Price.ReadTyped(typed, "EUR")).Field);
    }

    [Theory]
    [InlineData("499,999", "EUR")]
    [InlineData("-5", "EUR")]
    [InlineData("0", "EUR")]
    [InlineData("", "EUR")]
    [InlineData("x", "EUR")]
    [InlineData("5", "EURO")]
    [InlineData("5", "XAU")]
    [InlineData("99999999999999999999", "EUR")]
    [InlineData("5,5", "JPY")]
    public void Anything_else_is_refused(string typed, string currency)
    {
        CultureInfo.CurrentCulture = new CultureInfo("de");
        Assert.Equal(400, Assert.Throws<RefusedException>(() => Price.ReadTyped(typed, currency)).Status);
    }
}
