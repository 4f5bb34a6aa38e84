{* The badge of the Pith document among the supplementary galleys. What the page names is read from its own meta elements. *}
<section class="item pith">
	<h2 class="label">Pith Number</h2>
	<div class="value">
		<pith-badge src="{url page="article" op="download" path=$article->getBestId()|to_array:$pithGalley->getBestGalleyId()}"></pith-badge>
		<script type="module" src="{$pithScript|escape}"></script>
	</div>
</section>
