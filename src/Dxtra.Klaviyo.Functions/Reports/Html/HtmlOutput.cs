using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>Markup on its way into a stream. Little of it is held.</summary>
internal sealed class HtmlOutput(Stream stream) : IAsyncDisposable
{
    private const int FlushCharacters = 32 * 1024;

    /// <summary>Letters of every script as they are; what means something to HTML, and halves of characters, never.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _held = new();
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024, leaveOpen: true);

    /// <summary>Of our own making.</summary>
    public HtmlOutput Markup(string markup)
    {
        _held.Append(markup);
        return this;
    }

    /// <summary>Of anybody's making; in a text or between the quotes of an attribute.</summary>
    public HtmlOutput Text(string text)
    {
        _held.Append(Encoder.Encode(VisibleText.Of(text)));
        return this;
    }

    /// <summary>Empties what is held into the stream when it has become much.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => _held.Length < FlushCharacters ? Task.CompletedTask : EmptyAsync(cancellationToken);

    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        await _writer.WriteAsync(_held, cancellationToken);
        await _writer.FlushAsync(cancellationToken);
        _held.Clear();
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
