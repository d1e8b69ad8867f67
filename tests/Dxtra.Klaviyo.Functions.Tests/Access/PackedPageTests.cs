using System.Text;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PackedPageTests
{
    [Theory]
    [InlineData]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"text":"größer, \ud83d"}""", "", "{}")]
    public void A_page_comes_back_row_by_row(params string[] rows) => Assert.Equal(
        rows, PackedPage.Unpack(PackedPage.Of(new([.. rows.Select(row => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(row))]))).Rows.Select(row => Encoding.UTF8.GetString(row.Span)));
}
