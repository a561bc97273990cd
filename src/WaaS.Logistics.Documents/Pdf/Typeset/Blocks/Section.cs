using SkiaSharp;

namespace WaaS.Logistics.Documents.Pdf.Typeset.Blocks;

/// <summary>A heading with rows of label and value below it.</summary>
internal sealed class Section
{
    private const float LabelWidth = 158;
    private const float RowGap = 2.6f;
    private const float KeptTogether = 130;
    private const float ValueLeft = PageFlow.Left + LabelWidth + 8;

    private readonly PageFlow _flow;
    private readonly string _title;
    private readonly string _absent;

    /// <param name="flow">The pages.</param>
    /// <param name="title">Of the section.</param>
    /// <param name="absent">What stands for a value that was not recorded.</param>
    public Section(PageFlow flow, string title, string absent)
    {
        (_flow, _title, _absent) = (flow, title, absent);
        flow.Down(9);
        flow.Need(TextStyle.Heading.LineHeight + 5 * TextStyle.Body.LineHeight);
        Heading(title);
    }

    public Section Row(string label, string? value) => Row(label, value, TextStyle.Body);

    /// <summary>A value that people compare sign by sign: hashes, serials, keys.</summary>
    public Section Code(string label, string? value) => Row(label, value, TextStyle.Code);

    public Section Link(string label, Uri? target)
    {
        if (target is null)
            return Row(label, null);
        var lines = LineBreaker.Break(target.AbsoluteUri, TextStyle.Link, PageFlow.Right - ValueLeft);
        var height = lines.Count * TextStyle.Link.LineHeight;
        Need(height);
        _flow.LinkTo(SKRect.Create(ValueLeft, _flow.Top, PageFlow.Right - ValueLeft, height), target);
        return Row(label, target.AbsoluteUri, TextStyle.Link);
    }

    /// <summary>A command line in full width; what is selected and copied runs.</summary>
    public Section Command(string label, string? command)
    {
        if (string.IsNullOrWhiteSpace(command))
            return Row(label, null);
        var lines = ShellLines.Break(command, TextStyle.Code, PageFlow.Width - 16);
        var height = lines.Count * TextStyle.Code.LineHeight + 9;
        Need(TextStyle.Label.LineHeight + height + 4);
        _flow.Text(label, TextStyle.Label, PageFlow.Left, _flow.Top);
        _flow.Down(TextStyle.Label.LineHeight + 2);
        _flow.Box(SKRect.Create(PageFlow.Left, _flow.Top, PageFlow.Width, height), Palette.Panel, 3);
        var top = _flow.Top + 4.5f;
        foreach (var line in lines)
        {
            _flow.Text(line, TextStyle.Code, PageFlow.Left + 8, top);
            top += TextStyle.Code.LineHeight;
        }
        _flow.Down(height + 5);
        return this;
    }

    public Section Note(string text)
    {
        foreach (var line in LineBreaker.Break(text, TextStyle.Label, PageFlow.Width))
        {
            Need(TextStyle.Label.LineHeight);
            _flow.Text(line, TextStyle.Label, PageFlow.Left, _flow.Top);
            _flow.Down(TextStyle.Label.LineHeight);
        }
        _flow.Down(3);
        return this;
    }

    public Section Total(string text)
    {
        _flow.Need(TextStyle.Strong.LineHeight + 4);
        _flow.Down(2);
        _flow.Text(text, TextStyle.Strong, PageFlow.Right, _flow.Top, SKTextAlign.Right);
        _flow.Down(TextStyle.Strong.LineHeight + 2);
        return this;
    }

    /// <summary>A line to sign on by hand.</summary>
    public Section Signature(string label)
    {
        _flow.Need(58);
        _flow.Down(38);
        _flow.Box(SKRect.Create(PageFlow.Left, _flow.Top, 220, 0.6f), Palette.Muted);
        _flow.Text(label, TextStyle.Running, PageFlow.Left, _flow.Top + 3);
        _flow.Down(20);
        return this;
    }

    private Section Row(string label, string? value, TextStyle style)
    {
        if (string.IsNullOrWhiteSpace(value))
            (value, style) = (_absent, TextStyle.Absent);
        var labels = LineBreaker.Break(label, TextStyle.Label, LabelWidth);
        var values = LineBreaker.Break(value, style, PageFlow.Right - ValueLeft);
        var lines = Math.Max(labels.Count, values.Count);
        var height = lines * TextStyle.Body.LineHeight;
        if (height <= KeptTogether)
            Need(height);
        for (var i = 0; i < lines; i++)
        {
            Need(TextStyle.Body.LineHeight);
            if (i < labels.Count)
                _flow.Text(labels[i], TextStyle.Label, PageFlow.Left, _flow.Top);
            if (i < values.Count)
                _flow.Text(values[i], style, ValueLeft, _flow.Top + TextStyle.Body.Base - style.Base);
            _flow.Down(TextStyle.Body.LineHeight);
        }
        _flow.Down(RowGap);
        return this;
    }

    // A section that runs on says so on the next page.
    private void Need(float height)
    {
        if (_flow.Need(height))
            Heading($"{_title} …");
    }

    private void Heading(string text)
    {
        _flow.Text(text, TextStyle.Heading, PageFlow.Left, _flow.Top);
        _flow.Down(TextStyle.Heading.LineHeight + 1.5f);
        _flow.Rule(_flow.Top, Palette.Line);
        _flow.Down(4.5f);
    }
}
