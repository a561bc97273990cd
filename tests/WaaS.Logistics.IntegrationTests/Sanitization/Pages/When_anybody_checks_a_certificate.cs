using System.Net;
using System.Text;
using WaaS.Logistics.IntegrationTests.Platform.Web;

namespace WaaS.Logistics.IntegrationTests.Sanitization.Pages;

/// <summary>Without signing in, with whatever people send. What is not known is never green.</summary>
public abstract class When_anybody_checks_a_certificate(RunningProduct product)
{
    [Theory]
    [InlineData("/verify/C-2222-2222-2222")]
    [InlineData("/verify/nonsense")]
    [InlineData("/verify/%3Cscript%3E")]
    public async Task An_unknown_number_is_a_look_and_proves_nothing(string path)
    {
        using var anybody = product.Browser();
        var page = await anybody.Page(path);
        Assert.Contains("data-tone=\"look\"", page);
        Assert.DoesNotContain("data-tone=\"ok\"", page);
        Assert.Contains("It proves nothing.", page);
    }

    [Fact]
    public async Task A_typed_number_leads_to_its_own_address()
    {
        using var anybody = product.Browser();
        using var answer = await anybody.Get("/verify?number=%20C-2222-2222-2222%20");
        Assert.Equal((HttpStatusCode.SeeOther, "/verify/C-2222-2222-2222"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not a certificate")]
    [InlineData("%PDF-1.7 forged")]
    [InlineData("deep")]
    public async Task A_file_nobody_issued_is_unknown(string content)
    {
        using var answer = await Send(Encoding.UTF8.GetBytes(content == "deep" ? new string('[', 100_000) : content));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("data-tone=\"look\"", page);
        Assert.DoesNotContain("data-tone=\"ok\"", page);
    }

    [Fact]
    public async Task No_file_and_a_file_without_end_are_refused_with_a_sentence()
    {
        using (var none = await Send([]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
            Assert.Contains("Choose the certificate", await none.Content.ReadAsStringAsync());
        }
        using var large = await Send(new byte[17 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Contains("<h1>", await large.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> Send(byte[] file)
    {
        using var anybody = product.Browser();
        using var form = new MultipartFormDataContent { { new StringContent(await anybody.FormToken("/verify")), "__RequestVerificationToken" }, { new ByteArrayContent(file), "file", "certificate.json" } };
        return await anybody.Http.PostAsync("/verify", form);
    }
}

public sealed class When_anybody_checks_a_certificate_on_sqlite(ProductOnSqlite product) : When_anybody_checks_a_certificate(product), IClassFixture<ProductOnSqlite>;

public sealed class When_anybody_checks_a_certificate_on_postgres(ProductOnPostgres product) : When_anybody_checks_a_certificate(product), IClassFixture<ProductOnPostgres>;
