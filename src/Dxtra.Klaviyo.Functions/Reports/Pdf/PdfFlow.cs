using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>Fills pages from top to bottom, one after the other.</summary>
internal sealed class PdfFlow(PdfDocument document, PdfFooter footer)
{
    public const double Left = 56, Right = PdfDocument.PageWidth - 56, Width = Right - Left;

    private const double Top = PdfDocument.PageHeight - 58, Bottom = 64;

    /// <summary>What is at most this high goes to the next page rather than being torn.</summary>
    private const double KeptWhole = 150;

    private PdfPage? _page;

    public PdfPage Page => _page ?? throw new InvalidOperationException("The report has not begun.");

    /// <summary>Where the next thing begins, from the foot of the page.</summary>
    public double Y { get; private set; }

    public int Number { get; private set; }

    /// <summary>What stands at the top of each further page: the head of a long table.</summary>
    public Action? Repeat { get; set; }

    public bool IsAtTop => Y == Top;

    public double Room => Y - Bottom;

    public void NewPage()
    {
        End();
        _page = document.BeginPage();
        Number++;
        Y = Top;
        Repeat?.Invoke();
    }

    public void End()
    {
        if (_page is null)
            return;
        footer.Draw(_page, Number);
        document.EndPage(_page);
        _page = null;
    }

    /// <summary>A gap, but not at the top of a page.</summary>
    public void Space(double height)
    {
        if (!IsAtTop)
            Y -= height;
    }

    public void Advance(double height) => Y -= height;

    /// <summary>Goes to the next page when less than this is left.</summary>
    public void Keep(double height)
    {
        if (Room < height && !IsAtTop)
            NewPage();
    }

    /// <summary>Draws texts side by side, over as many pages as they need.</summary>
    /// <param name="cells">The texts.</param>
    /// <param name="backdrop">Draws what lies below them on a page, given the top and the height.</param>
    public void Draw(IReadOnlyList<PdfCell> cells, Action<double, double>? backdrop = null)
    {
        KeepTogether(cells);
        while (true)
        {
            var height = 0.0;
            foreach (var cell in cells)
                height = Math.Max(height, LinesHere(cell) * cell.Style.Leading);
            backdrop?.Invoke(Y, height);
            var unfinished = false;
            foreach (var cell in cells)
                unfinished |= DrawHere(cell);
            Y -= height;
            if (!unfinished)
                return;
            NewPage();
        }
    }

    /// <summary>A line across the page, where things stand now.</summary>
    public void Rule() => Shade(PdfStyles.Hairline, Y + 0.5, 0.5);

    /// <summary>An area of one color behind or between texts.</summary>
    public void Shade(string color, double top, double height, double width = Width, double indent = 0)
    {
        Page.BeginArtifact();
        Page.Fill(color, Left + indent, top - height, width, height);
        Page.End();
    }

    private void KeepTogether(IReadOnlyList<PdfCell> cells)
    {
        var (height, leading) = (0.0, 0.0);
        foreach (var cell in cells)
        {
            height = Math.Max(height, cell.Height);
            leading = Math.Max(leading, cell.Style.Leading);
        }

        if (height > Room)
            Keep(height <= KeptWhole ? height : 3 * leading);
    }

    private int LinesHere(PdfCell cell) => Math.Min(cell.Left, (int)(Math.Max(Room, 0) / cell.Style.Leading));

    private bool DrawHere(PdfCell cell)
    {
        var lines = LinesHere(cell);
        if (lines > 0)
        {
            if (cell.Element is { } element)
                Page.Begin(element);
            else
                Page.BeginArtifact("/Pagination");
            cell.Text.Draw(Page.Content, cell.Done, lines, cell.X, Y, cell.Style, cell.Right);
            Page.End();
            cell.Done += lines;
        }

        return cell.Left > 0;
    }
}
