namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class TableQueriesTests(StorageFixture storage)
{
    /// <summary>A cursor passes <see cref="Cursor.TryDecode"/> when it is base64; that says nothing of what is in it.</summary>
    [Theory]
    [InlineData("nonsense")]
    [InlineData(" ")]
    [InlineData("a b c d")]
    [InlineData("\u0001\r\nX-Header: 1")]
    public async Task A_cursor_that_somebody_made_up_ends_in_a_page_and_not_in_a_fault(string token)
    {
        var store = new TableProcessorStore(storage.Tables);

        var page = await store.ListAsync(Some.Controller(), new(50, token), CancellationToken.None);

        Assert.Empty(page.Items);
    }
}
