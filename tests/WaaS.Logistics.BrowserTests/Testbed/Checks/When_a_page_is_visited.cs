using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;

namespace WaaS.Logistics.BrowserTests.Testbed.Checks;

public class When_a_page_is_visited(BrowserFixture browser, SmallSite site) : IClassFixture<SmallSite>
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-GB")]
    public async Task A_scan_reaches_it_without_a_click_in_the_language_asked_for(string language)
    {
        await using var visitor = await browser.Visit(site.Address, language);
        await visitor.Page.GotoAsync("/");
        await visitor.Scan("WL:D:4711");
        await Assertions.Expect(visitor.Page.Locator("#answer")).ToHaveTextAsync("seen WL:D:4711");
        await Assertions.Expect(visitor.Page.Locator("#language")).ToContainTextAsync(language);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Its_pictures_have_both_widths()
    {
        await using var visitor = await browser.Visit(site.Address);
        await visitor.Page.GotoAsync("/");
        var files = await Screenshots.Take(visitor.Page, "testbed-small-site");
        Assert.Equal([360, 1920], files.Select(PngWidth));
    }

    [Fact]
    public async Task A_good_page_passes_axe_under_a_strict_policy()
    {
        await using var visitor = await browser.Visit(site.Address);
        await visitor.Page.GotoAsync("/");
        await Accessibility.Check(visitor.Page);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Faults_are_listed_with_their_place()
    {
        await using var visitor = await browser.Visit(site.Address);
        await visitor.Page.GotoAsync("/faulty");
        var e = await Assert.ThrowsAsync<FailException>(() => Accessibility.Check(visitor.Page));
        Assert.Contains("image-alt (critical)", e.Message);
        Assert.Contains("html-has-lang", e.Message);
        Assert.Contains("<img src=\"/none.png\">", e.Message);
        Assert.Contains("At 360 px: the page is ", e.Message);
        Assert.DoesNotContain("At 1920 px: the page is ", e.Message);
        Assert.Contains(visitor.Complaints, complaint => complaint.Contains("Content Security Policy"));
    }

    [Theory]
    [InlineData("a heading skips a level: <h3>B")]
    [InlineData("a table without heads")]
    [InlineData("refers to gone")]
    [InlineData("for the mouse alone: <p class=\"press\">")]
    [InlineData("has no name: <input>")]
    [InlineData("the first stop does not skip the head")]
    [InlineData("the focus is not seen: <a class=\"blind\"")]
    [InlineData("the keyboard does not get to <a href=\"/\" tabindex=\"-1\">")]
    [InlineData("one has to scroll sideways: <p class=\"wide\">")]
    public async Task What_needs_a_mouse_is_told(string fault)
    {
        await using var visitor = await browser.Visit(site.Address);
        await visitor.Page.GotoAsync("/mouse");
        Assert.Contains(await Keyboard.Walk(visitor.Page, whole: true), told => told.Contains(fault, StringComparison.Ordinal));
    }

    private static int PngWidth(string file)
    {
        var header = File.ReadAllBytes(file).AsSpan(16, 4);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(header);
    }
}
