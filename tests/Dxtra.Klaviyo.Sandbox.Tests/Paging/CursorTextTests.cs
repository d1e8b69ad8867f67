using System.Text;
using Dxtra.Klaviyo.Sandbox.Paging;

namespace Dxtra.Klaviyo.Sandbox.Tests.Paging;

public sealed class CursorTextTests
{
    [Theory]
    [InlineData("datetime", "001767225600", "4vRpBT9xyz1", true)]
    [InlineData("datetime", "001767225600", "4vRpBT9xyz1", false)]
    [InlineData("id", "01GE8DFE00RB8W08GC3TZ402JV", "01GE8DFE00RB8W08GC3TZ402JV", true)]
    [InlineData("id", "01K8XV2MM6RFVZT8W61K6CR3ER:::S-00100", "01K8XV2MM6RFVZT8W61K6CR3ER:::S-00100", true)]
    [InlineData("email", "=o'neill::\"x\"@example.com", "01GE8DFE00RB8W08GC3TZ402JV", false)]
    [InlineData("updated", "", "01GE8DFE00RB8W08GC3TZ402JV", true)]
    public void What_is_written_is_read_back(string sort, string key, string id, bool forward)
    {
        var cursor = new Cursor(sort, key, id, forward);

        Assert.Equal(cursor, CursorText.Read(CursorText.Write(cursor), sort));
    }

    [Fact]
    public void An_event_cursor_has_the_form_that_was_recorded()
    {
        var text = CursorText.Write(new Cursor("datetime", "001767225600", "4vRpBT9xyz1", Forward: true));

        Assert.Equal("[1767225600, \"4vRpBT9xyz1\", true]", Encoding.UTF8.GetString(Convert.FromBase64String(text)));
    }

    [Theory]
    [InlineData("", "id")]
    [InlineData("%%%", "id")]
    [InlineData("bm90IGEgY3Vyc29y", "id")]
    [InlineData("bm90IGEgY3Vyc29y", "datetime")]
    [InlineData("WzFd", "datetime")]
    [InlineData("eyJhIjoxfQ==", "datetime")]
    [InlineData("bmV4dDo6aWQ6OjAx", "updated")]
    [InlineData("bmV4dDo6aWQ6OjAx", "datetime")]
    public void Anything_else_is_no_cursor(string text, string sort) => Assert.Null(CursorText.Read(text, sort));
}
