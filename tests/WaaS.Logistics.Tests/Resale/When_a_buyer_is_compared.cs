using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Resale.Units;

namespace WaaS.Logistics.Tests.Resale;

public sealed class When_a_buyer_is_compared
{
    [Theory]
    [InlineData("Müller & Söhne GmbH", "MUELLER und Soehne Ag")]
    [InlineData("Stadtwerke Beispiel GmbH & Co. KG", "stadtwerke  beispiel")]
    [InlineData("Weiß e.V.", "WEISS")]
    [InlineData("O'Brien Ltd.", "OBrien")]
    [InlineData("Crédit Léman S.A.", "Credit Leman")]
    [InlineData("A-B C", "ab c")]
    [InlineData("Meyer u. Sohn", "Meyer + Sohn oHG")]
    public void One_firm_is_one_however_it_is_written(string one, string other) => Assert.Equal(Buyer.KeyOf(one), Buyer.KeyOf(other));

    [Theory]
    [InlineData("Stadtwerke Nord", "Stadtwerke Süd")]
    [InlineData("Müller", "Möller")]
    [InlineData("Firma 1", "Firma 2")]
    public void Two_firms_are_two(string one, string other) => Assert.NotEqual(Buyer.KeyOf(one), Buyer.KeyOf(other));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("& - .")]
    public void A_name_without_letters_is_nobody(string? name) => Assert.Equal("invalid-buyer", Assert.Throws<RefusedException>(() => Buyer.Read(name)).Rule);

    [Fact]
    public void A_legal_form_or_a_connective_alone_is_a_name() => Assert.Equal(("AG", "UND"), (Buyer.KeyOf("AG"), Buyer.KeyOf("und")));
}
