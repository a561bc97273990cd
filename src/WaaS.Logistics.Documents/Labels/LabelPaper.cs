namespace WaaS.Logistics.Documents.Labels;

/// <summary>What labels are printed on. All sizes are in millimetres.</summary>
public sealed record LabelPaper
{
    /// <summary>Ten labels of 92 x 50 mm on a sheet, with marks to cut along.</summary>
    public static readonly LabelPaper A4 = new("a4", 210, 297, 92, 50, 2, 5);

    /// <summary>One label a page, as address label printers have it.</summary>
    public static readonly LabelPaper Small = new("62x29", 62, 29, 62, 29, 1, 1);

    /// <summary>One label a page, as parcel label printers have it.</summary>
    public static readonly LabelPaper Large = new("100x50", 100, 50, 100, 50, 1, 1);

    private LabelPaper(string name, float width, float height, float labelWidth, float labelHeight, int columns, int rows) =>
        (Name, Width, Height, LabelWidth, LabelHeight, Columns, Rows) = (name, width, height, labelWidth, labelHeight, columns, rows);

    public static IReadOnlyList<LabelPaper> All { get; } = [A4, Small, Large];

    /// <summary>As it is asked for: <c>a4</c>, <c>62x29</c>, <c>100x50</c>.</summary>
    public string Name { get; }

    public float Width { get; }

    public float Height { get; }

    public float LabelWidth { get; }

    public float LabelHeight { get; }

    public int Columns { get; }

    public int Rows { get; }

    public bool IsSheet => Columns * Rows > 1;

    /// <exception cref="ArgumentException">There is no such paper.</exception>
    public static LabelPaper Named(string name) =>
        All.FirstOrDefault(paper => paper.Name == name) ?? throw new ArgumentException($"There is no paper '{name}'; there are {string.Join(", ", All.Select(paper => paper.Name))}.", nameof(name));
}
